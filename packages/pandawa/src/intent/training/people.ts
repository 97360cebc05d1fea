/** Utterances about who comes into cover and who leaves it, one a line. */
export const people = {
  register_new: `
mau daftar bpjs
daftar bpjs
daftar bpjs baru
daftar bpjs mandiri
mau daftar bpjs mandiri
cara daftar bpjs
cara daftar bpjs kesehatan
cara daftar jkn
cara buat bpjs
cara bikin bpjs
mau bikin bpjs
mau buat bpjs
mau buat kartu bpjs baru
mau pasang bpjs
pendaftaran peserta baru
pendaftaran baru
pendaftaran bpjs mandiri syaratnya apa
syarat daftar bpjs
syarat buat bpjs
syarat bikin bpjs mandiri apa aja
dokumen daftar bpjs
berkas daftar bpjs baru
saya belum punya bpjs
belum punya bpjs mau daftar
saya belum pernah punya bpjs sama sekali
belum terdaftar bpjs mau daftar
sekeluarga belum punya bpjs
mau daftar sekeluarga
daftarkan saya bpjs
tolong daftarkan saya bpjs
bagaimana mendaftar jadi peserta
ingin menjadi peserta jkn
ingin jadi peserta bpjs
jadi peserta mandiri caranya
mau ikut bpjs
mau masuk bpjs
daftar bpjs online
daftar online bisa
bisa daftar lewat wa
bisa daftar bpjs di sini
daftar lewat hp bisa gak
mau daftar bpjs gratis
cara dapat bpjs gratis
cara dapat kis gratis dari pemerintah
orang miskin daftar bpjs gimana
tidak mampu mau daftar pbi
daftar pbi caranya
mau diusulkan pbi
mau daftar jadi penerima bantuan iuran
daftar bpjs dari desa
orang asing mau daftar bpjs
wna bisa daftar bpjs
ktp luar bali bisa daftar di denpasar
daftar bpjs ktp jawa di bali
orang tua saya belum punya bpjs mau daftar
daftarkan ibu saya bpjs baru
daftar untuk orang tua beda kk
perusahaan mau daftarkan karyawan
mau daftarkan karyawan baru
pendaftaran badan usaha baru
daftar bpjs berapa lama aktifnya
kalau daftar hari ini kapan aktif
daftar bpjs bisa langsung aktif
daftar baru kenapa harus nunggu 14 hari
daftr bpjs
mau dftar bpjs
dftr bpjs mndri
cr dftr bpjs
mw bkin bpjs
pgn bikin bpjs
arep gawe bpjs
arep daftar bpjs piye carane
pengen ndaftar bpjs
tiang dot ngae bpjs
tiang jagi ngae bpjs
ngae bpjs kenken carane
nunas daftar bpjs
jagi daftar bpjs anyar
konden ngelah bpjs dot daftar
pendaftaran
registrasi bpjs
registrasi peserta baru
`,
  add_family: `
mau tambah anggota keluarga
tambah anggota keluarga
tambah keluarga
tambah peserta di kk
tambah istri
tambah istri di bpjs
mau tambahkan istri saya ke bpjs
baru nikah mau tambah istri
baru menikah mau masukkan suami
masukkan suami ke bpjs saya
menambahkan suami sebagai tanggungan
tambah anak
mau tambah anak ke bpjs
masukkan anak saya ke tanggungan
anak kedua belum masuk bpjs
anak saya belum terdaftar di bpjs saya
anak angkat mau dimasukkan
tambah anak tiri
tambah anak keempat
tambah orang tua
tambah orang tua ke tanggungan
tambah mertua
mau masukin mertua ke bpjs kantor
masukkan ibu saya jadi tanggungan
masukin bapak ke kk bpjs
bapak ibu bisa ikut bpjs saya gak
orang tua bisa jadi tanggungan saya gak
bisa tambah adik di bpjs saya
tambah adik
tambah saudara
tambah ponakan dalam kk
tambah anggota kk baru
anggota keluarga baru masuk kk
ada anggota baru di kk mau didaftarkan
menambah anggota
penambahan anggota keluarga
penambahan peserta
penambahan tanggungan
penambahan keluarga tambahan ppu
cara menambah anggota keluarga
cara tambah tanggungan
cara tambah anak di bpjs perusahaan
cara masukin istri ke bpjs
gimana cara nambah anggota keluarga
syarat tambah anggota keluarga
syarat menambahkan istri
dokumen tambah anggota keluarga
daftarkan istri saya ikut bpjs saya
daftarkan suami ikut bpjs saya
daftarkan anak ikut bpjs saya
daftarin keluarga saya yang belum masuk
keluarga saya belum masuk semua
satu anggota keluarga belum kedaftar
istri belum masuk tanggungan
suami belum masuk di bpjs keluarga
pengen nambah tanggungan
nambah orang di bpjs
nambahin istri dong
nambah anggota
nambah keluarga
tmbh anggota klrg
tmbah anak
tmbh istri di bpjs
mau tmbahin ortu
nambah bojo nang bpjs
arep nambah anak nang bpjs
tiang dot nambah kurenan di bpjs
nambah panak di bpjs
ngelebuang panak ke bpjs tiange
nambahin somah
jagi nambah anggota kulawarga
nambah rabi ring bpjs
masukkan pembantu ke bpjs saya
tanggungan maksimal berapa orang
berapa anggota keluarga yang ditanggung
anak keberapa yang ditanggung perusahaan
`,
  newborn: `
anak saya baru lahir
bayi baru lahir
bayi saya baru lahir
mau daftar bayi baru lahir
daftar bpjs bayi
daftarkan bayi
daftarkan bayi saya
cara daftar bpjs bayi baru lahir
cara daftarkan bayi
cara mendaftarkan anak yang baru lahir
istri baru melahirkan mau daftar bayi
istri saya baru melahirkan
baru melahirkan kemarin gimana bpjs bayinya
saya baru melahirkan anak belum ada bpjs
anak baru lahir 3 hari belum punya nik
bayi belum punya nik bisa daftar
bayi belum ada akta bisa daftar bpjs gak
bayi 2 minggu mau daftar bpjs
bayi umur 1 bulan belum didaftarkan
bayi sudah lewat 28 hari
bayi sudah lebih dari 28 hari belum daftar
batas daftar bayi berapa hari
28 hari bayi
bayi harus didaftarkan berapa lama
maksimal daftar bayi berapa hari setelah lahir
syarat daftar bayi
syarat bpjs bayi baru lahir
berkas buat bpjs bayi
surat keterangan lahir untuk daftar bpjs
sudah ada surat lahir dari bidan mau daftar
bayi dalam kandungan bisa daftar bpjs
bayi dalam kandungan
hamil mau daftarkan calon bayi
hamil 8 bulan mau daftarkan bayinya
bayi ibu pbi otomatis dapat bpjs
bayi pbi
bayi dari peserta pbi gimana
bayi peserta perusahaan gimana daftarnya
bayi nyonya mau ganti nama
nama bayi di bpjs masih bayi ny
bayi ny mau diupdate nik nya
update data bayi nik sudah keluar
bayi kuning harus dirawat belum ada bpjs
bayi masuk nicu belum punya bpjs
bayi prematur mau daftar bpjs cepat
bayi kembar mau daftar
anak kembar baru lahir
kelahiran anak
lapor kelahiran
lapor anak lahir
pendaftaran bayi
pendaftaran bayi baru lahir
registrasi bayi
newborn
bpjs bayi
bpjs buat bayi
bpjs untuk anak baru lahir
bpjs dedek bayi
dedek bayi baru lahir mau dibikinin bpjs
cucu saya baru lahir
cucu baru lahir mau daftar bpjs
bayi kelas 3 iurannya kapan dibayar
bayi bayar iuran dari kapan
anak lahir tadi malam di rs
anak lahir caesar td pagi
baby baru lahir gmn
by br lhr gmn bpjsnya
bayi br lahir
ank sy br lhr
anakku lagi lahir
bayiku lagi lahir piye bpjs e
bojoku lagi nglairno
panak tiange mara lekad
panak mara lekad dot daftar bpjs
rare tiange wau embas
wau embas kenken bpjsne
anak alit wau embas
bayin tiange mara lekad sing ngelah bpjs
kurenan tiange mara ngelahang panak
orok baru lahir
`,
  report_death: `
mau lapor kematian
lapor meninggal
lapor peserta meninggal
bapak saya meninggal
ayah saya sudah meninggal
ibu saya meninggal dunia
suami saya meninggal
istri saya wafat
almarhum bapak saya masih ditagih
almarhumah ibu masih ada tagihan bpjs
nenek saya meninggal bulan lalu
kakek sudah tiada
mertua saya meninggal
anak saya meninggal
adik saya meninggal kecelakaan
orang tua saya sudah tidak ada
orangnya sudah meninggal
peserta sudah meninggal
peserta sudah wafat mau dihapus
yang bersangkutan sudah meninggal
sudah meninggal tapi masih ditagih
sudah meninggal masih ditagih iuran
orang meninggal kok masih ditagih
orang mati masih ditagih
menghapus anggota keluarga yang meninggal
hapus anggota keluarga yang sudah meninggal
keluarkan anggota keluarga yang meninggal
pengurangan anggota keluarga karena meninggal
nonaktifkan bpjs karena meninggal
nonaktifkan bpjs orang meninggal
menonaktifkan kartu almarhum
tutup bpjs almarhum
berhentikan bpjs ayah yang sudah wafat
cara lapor kematian
cara melaporkan peserta meninggal
cara menghentikan bpjs orang yang meninggal
cara hapus bpjs almarhum
cara nonaktifkan bpjs yang meninggal
syarat lapor kematian
syarat lapor meninggal
dokumen lapor kematian
akta kematian untuk bpjs
sudah ada akta kematian
punya surat kematian dari desa
surat keterangan kematian dari rs
belum ada akta kematian bisa lapor
tunggakan orang meninggal apa harus dibayar
iuran almarhum apa tetap dibayar
meninggal apa harus bayar tunggakan
tunggakan almarhum siapa yang bayar
santunan kematian bpjs kesehatan
kematian
meninggal
wafat
meninggal dunia tadi pagi
berpulang
telah berpulang
tutup usia
ayah kami tutup usia
kakak saya berpulang minggu lalu
ditinggal suami meninggal
bpk sy mninggal
ibu sy sdh mninggl
sdh mnggal
suami sdh almarhum
alm bapak
alm suami saya
almh ibu saya
bapakku wes ninggal
mbahku sedo
simbah meninggal
bapak tiange sampun seda
biyang tiange ngemasin
bapan tiange mati
kak tiange padem
dadong tiange suba sing ada
pekak sampun lebar
ajik tiange lebar
memen tiange ngalahin
sampun newata
mendiang kakek saya
lapor duka
`,
} as const;
