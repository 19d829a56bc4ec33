import { render } from 'preact';
import '../../components/styles/options.css';
import '../../components/styles/backup.css';
import { OptionsPage } from '../../components/options/options-page.tsx';

const root = document.getElementById('app');
if (root) render(<OptionsPage />, root);
