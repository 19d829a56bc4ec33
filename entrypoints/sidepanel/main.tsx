import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/paper.css';
import '../../components/styles/toast.css';
import '../../components/styles/popup.css';
import '../../components/styles/side-panel.css';
import { Popup } from '../../components/popup/popup.tsx';

const root = document.getElementById('app');
if (root) render(<Popup namedTab={undefined} place="side-panel" />, root);
