import { startApp } from '@jangkau/phone';
import { Root } from './app/root.tsx';
import './styles.css';

startApp(Root);
