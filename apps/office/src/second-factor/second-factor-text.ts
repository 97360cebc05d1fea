import { defineText } from '../text/define-text.ts';

export const secondFactorText = defineText({
  id: {
    install:
      'Pasang aplikasi kode di telepon Anda, misalnya Aegis, Google Authenticator, atau Microsoft Authenticator.',
    scan: 'Pindai kode ini dengan aplikasi itu.',
    qrLabel: 'Kode QR untuk aplikasi kode',
    cannotScan: 'Tidak dapat memindai? Ketik kunci ini:',
    enter: 'Ketik enam angka yang sekarang tampil di aplikasi.',
    code: 'Kode enam angka',
    confirm: 'Pasang',
    recoveryTitle: 'Simpan kode pemulihan',
    recoveryWhy:
      'Bila telepon hilang, satu kode ini membuka akun Anda, masing-masing sekali pakai. Kode tidak akan ditampilkan lagi: simpan di tempat aman, jangan di telepon yang sama.',
    copy: 'Salin',
    copied: 'Tersalin',
    print: 'Cetak',
    stored: 'Sudah saya simpan',
  },
  en: {
    install:
      'Install an authenticator app on your phone, for example Aegis, Google Authenticator or Microsoft Authenticator.',
    scan: 'Scan this code with the app.',
    qrLabel: 'QR code for the authenticator app',
    cannotScan: 'Cannot scan? Type this key:',
    enter: 'Type the six digits the app shows now.',
    code: 'Six-digit code',
    confirm: 'Set up',
    recoveryTitle: 'Keep the recovery codes',
    recoveryWhy:
      'If the phone is lost, one of these codes opens your account, each for one use. They will not be shown again: keep them somewhere safe, not on the same phone.',
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print',
    stored: 'I have kept them',
  },
});
