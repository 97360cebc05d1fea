import { keepLanguage, readLanguage } from '@jangkau/phone';
import { render } from 'preact';
import { Root } from './app/root.tsx';
import './styles.css';

keepLanguage(readLanguage());
if ('serviceWorker' in navigator)
  navigator.serviceWorker
    .register('/member/sw.js', { scope: '/member/' })
    .catch((error) => console.error(error));
const root = document.getElementById('root');
if (root) render(<Root />, root);
