import { defineText } from '../text/define-text.ts';

export const signInText = defineText({
  id: {
    title: 'Masuk',
    lede: 'Petakan penduduk desa dengan peserta JKN, dan datangi yang belum terlindungi.',
    username: 'Nama pengguna',
    password: 'Kata sandi',
    submit: 'Masuk',
    failed: 'Tidak dapat masuk',
    showPassword: 'Tampilkan atau sembunyikan kata sandi',
    privacy:
      'Data pribadi di sistem ini dilindungi UU 27/2022. Setiap kali nomor lengkap dibuka, nama Anda dan alasannya dicatat.',
  },
  en: {
    title: 'Sign in',
    lede: 'Match village residents with JKN members, and visit those not yet protected.',
    username: 'User name',
    password: 'Password',
    submit: 'Sign in',
    failed: 'Could not sign in',
    showPassword: 'Show or hide the password',
    privacy:
      'Personal data in this system are protected by Law 27/2022. Every time full numbers are opened, your name and the reason are recorded.',
  },
});
