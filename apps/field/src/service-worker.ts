import { keepApp } from '@jangkau/phone/keep-app';

// The build fills in files and edition.
keepApp({ prefix: '/field/', files: JSON.parse('__FILES__'), edition: '__EDITION__' });
