import { phoneApp } from '@jangkau/phone/phone-app';

export default phoneApp(import.meta.dirname, { base: '/member/', port: 5175 });
