import '../../components/styles/side-panel.css';
import { openPopup } from '../../components/popup/open-popup.ts';

openPopup(undefined, 'side-panel');
