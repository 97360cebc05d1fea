import { phoneApp } from '@jangkau/phone/phone-app';

export default phoneApp(import.meta.dirname, { base: '/field/', port: 5174 });
