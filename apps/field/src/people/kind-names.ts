/** What people call the kinds of facts. */
export const kindNames: Readonly<Record<string, { id: string; en: string }>> = {
  opened: { id: 'kasus dibuka', en: 'case opened' },
  assigned: { id: 'ditugaskan', en: 'assigned' },
  recalled: { id: 'ditarik', en: 'recalled' },
  visited: { id: 'kunjungan', en: 'visit' },
  identified: { id: 'pemeriksaan identitas', en: 'identity check' },
  classified: { id: 'golongan', en: 'class' },
  advocated: { id: 'penjelasan biaya', en: 'costs explained' },
  consented: { id: 'persetujuan', en: 'consent' },
  registered: { id: 'pendaftaran', en: 'registration' },
  'desk-decided': { id: 'keputusan meja', en: 'decision of a desk' },
  activated: { id: 'aktif', en: 'active' },
  closed: { id: 'kasus ditutup', en: 'case closed' },
  reopened: { id: 'kasus dibuka lagi', en: 'case opened again' },
  'resolved-conflict': { id: 'keputusan atas perbedaan', en: 'decision about a difference' },
  corrected: { id: 'perbaikan', en: 'correction' },
};
