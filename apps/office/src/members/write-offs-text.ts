import { defineText } from '../text/define-text.ts';

export const writeOffsText = defineText({
  id: {
    title: 'Penghapusan tunggakan',
    mayBe: (amount: string, months: string) =>
      `Menurut aturan yang berlaku dapat dihapuskan ${amount} (${months}).`,
    propose: 'Usulkan penghapusan',
    proposeWhy: (amount: string) =>
      `${amount} diusulkan untuk dihapuskan. Tidak ada yang berubah sebelum kepala cabang menyetujui. Yang sudah dibayar sampai saat itu tidak dihapuskan.`,
    undo: 'Usulkan pengembalian',
    undoWhy: (amount: string) =>
      `${amount} yang dihapuskan akan ditagih lagi setelah disetujui. Catatan lama tetap ada.`,
    reason: 'Alasan',
    reasonHint: 'Keadaan keluarga, tanpa nomor identitas',
    basis: 'Dasar hukum',
    basisHint: 'Peraturan atau surat keputusan',
    approve: 'Setujui',
    refuse: 'Tolak',
    approveWhy: (amount: string) =>
      `Sampai ${amount} dihapuskan dari buku iuran keluarga ini, atau dikembalikan bila usulannya begitu.`,
    refuseWhy: 'Usulan ditolak; buku iuran tidak berubah.',
    note: 'Pertimbangan',
    noteHint: 'Dicatat bersama keputusan',
    states: { waiting: 'menunggu keputusan', approved: 'disetujui', refused: 'ditolak' } as Record<
      string,
      string
    >,
    undone: 'sudah dikembalikan',
    takesBack: 'Pengembalian',
    relief: 'Penghapusan',
    own: 'Usulan Anda: orang lain yang memutuskan.',
    by: (who: string, when: string) => `${who}, ${when}`,
    relieved: (amount: string) => `tercatat ${amount}`,
    proposed: 'Usulan dicatat dan menunggu keputusan.',
    decided: 'Keputusan dicatat.',
    waitingTitle: 'Usulan penghapusan tunggakan yang menunggu',
    open: 'Buka',
    amount: 'Jumlah',
    months: 'Bulan',
    proposedBy: 'Diusulkan',
  },
  en: {
    title: 'Writing arrears off',
    mayBe: (amount: string, months: string) =>
      `By the rule in force ${amount} may be written off (${months}).`,
    propose: 'Propose a write-off',
    proposeWhy: (amount: string) =>
      `${amount} is proposed to be written off. Nothing changes until a head of branch approves. What is paid by then is not written off.`,
    undo: 'Propose to take back',
    undoWhy: (amount: string) =>
      `${amount} that was written off will be asked for again once approved. The old entry stays.`,
    reason: 'Reason',
    reasonHint: 'How the family stands, without identity numbers',
    basis: 'Legal basis',
    basisHint: 'Regulation or decision',
    approve: 'Approve',
    refuse: 'Refuse',
    approveWhy: (amount: string) =>
      `Up to ${amount} is written off this family’s account, or taken back if that was proposed.`,
    refuseWhy: 'The proposal is refused; the account does not change.',
    note: 'Considerations',
    noteHint: 'Recorded with the decision',
    states: { waiting: 'waiting for a decision', approved: 'approved', refused: 'refused' } as Record<
      string,
      string
    >,
    undone: 'taken back since',
    takesBack: 'Taking back',
    relief: 'Write-off',
    own: 'Your proposal: somebody else decides.',
    by: (who: string, when: string) => `${who}, ${when}`,
    relieved: (amount: string) => `${amount} entered`,
    proposed: 'The proposal is entered and waits for a decision.',
    decided: 'Decision entered.',
    waitingTitle: 'Proposals to write arrears off that wait',
    open: 'Open',
    amount: 'Amount',
    months: 'Months',
    proposedBy: 'Proposed',
  },
});
