import type { Intent } from '../intent.ts';

/** Utterances nobody looked at while the classifier was made: for the last figure. One a line. */
export const untouchedUtterances: Readonly<Record<Intent, string>> = {
  greeting: `halo ka selamat sore
om suastiastu, titiang saking kerambitan jagi metaken
Hi, good morning
pagi pak maaf mengganggu waktunya
samlekom min
dengan siapa ini
helo min sibuk ga
rahajeng wengi
bu ada di tempat?
tes wa`,
  thanks: `oke min tq infonya ya
terimakaseh banyaak
siapp bosku
suksma nggih pak sampun kabantu
nuwun yo mas
oh bgitu ya, ok paham
Terima kasih banyak atas respon cepatnya
ya udah gapapa makasih
thank u so much
mantap djiwa, jelas banget`,
  human: `gak ngerti ah, orang aja yang jawab
tolong petugasnya chat saya dong
bisa ngobrol ama mbak mbaknya gak
Saya memerlukan bantuan petugas loket secara langsung
jangan dijawab bot mulu, gedeg
minta kontak petugas yg bisa ditelpon
nunas mabaos ring petugas nggih
let me talk to an agent
tulung wong e langsung sing njawab
ngobrol sama manusianya boleh?`,
  opt_out: `berenti kirimin saya beginian
jgn kirim2 lagi tolong
Saya mencabut persetujuan menerima pesan promosi
salah alamat bos, ini bukan nomor beliau, stop
nomer iki ojo dikirimi wa maneh
dont text me again
hapus dong kontak saya dari broadcast kalian
cukup ya jangan chat saya terus
sampunang ngirim pesen malih
blok aja deh, spam banget`,
  complaint: `nungguin dari pagi gak dipanggil2, niat kerja ga sih kalian
Saya hendak menyampaikan keluhan atas sikap petugas rumah sakit
suster e galak pol
disuruh bayar infus padahal rawat inap bpjs
ga puas sama sekali, berbelit2
kamar dibilang penuh terus giliran bayar ada
aplikasinya lemot ga ketulungan
ditolak klinik krn kuota bpjs habis katanya
tiang sing terima bapak tiange telantar di igd
aduan no tiket kemarin udah sampe mana`,
  status_check: `punya anak sy masi aktip ga y
tolong lihatkan apakah NIK saya terdaftar sebagai peserta
kartu bpjs nyokap kok mati sendiri
masih jadi peserta gak sih gw
bpjs tiange nu dadi anggo?
Kepesertaan saya dari kantor apakah sudah muncul
can you check if my card is active
gak aktif kenapa ya tau2
udah keaktif belum min punya saya
cek peserta dong nik nya nanti saya kirim`,
  bill_check: `perbulan saya kena iuran brp sih
Mohon rincian iuran bulan Desember untuk keluarga kami
tagihan dong min
wulan iki bayar piro
nawang sing bulan jani mayah kuda
kls 2 orang 3 total brp perbulan
tanggal berapa paling telat setor iuran
monthly fee berapa
iuran taun depan naik ga sih
bulan lalu udah kebayar belum tagihannya`,
  arrears_amount: `gak keitung udah brp lama ga bayar, cekin dong jumlahnya
Berapakah total kewajiban iuran tertunggak saya?
utangku nang bpjs jane piro to
sisa utang mandiri jaman dulu berapa
nunggak dr 2019, kena brp jt ya
kabar pemutihan tunggakan jadi ga
cek utang bpjs
tunggakan nyokap brp ya
suba 2 tiban sing mayah, dadi kuda
maksimum ditagih brp tahun sih tunggakan`,
  payment_how: `bayar pake linkaja bisa
Mohon panduan melakukan pembayaran iuran
kudu bayar nang ngendi iki
bisa lewat tukang pos gak bayarnya
tiang jagi mayah, ring dija dados
pengen didebet otomatis tiap bulan caranya
teller bank bri bisa nerima bayaran bpjs?
how do i pay
iuran orang tua boleh saya yang bayar?
nyetor iuran online gimana`,
  payment_not_recorded: `kmrn dah bayar loh, kok msh nagih mulu
Pembayaran melalui m-banking telah berhasil tetapi belum terverifikasi
uangku wis mlebu indomaret, statuse tetep nunggak
saldo shopee ilang, bpjs blm lunas
tiang suba mayah kok nu sing aktif
rekening udah kepotong tapi ga ngaruh
bayar kelebihan sebulan bisa balik duitnya?
lunas dari senin ampe skrg belum aktif juga
ini struknya, tolong diproses
paid yesterday still inactive`,
  va_number: `kasitau no va ku dong
Nomor Virtual Account untuk pembayaran kolektif keluarga berapa?
nomer sing dinggo bayar piro
apa nomor yang mesti saya ketik di brimo
va ibu saya tolong
va bca dong
gatau nomor bayarnya
nomer va tiange kuda nggih
va number please
va keluar tulisan tidak dikenal`,
  reactivate: `pengen make bpjs lagi nih udah lama off
Bagaimana mengurus kartu KIS PBI yang dinonaktifkan agar dapat digunakan kembali
kepiye ben kartuku urip maneh
bpjs bapak mati, lagi di igd, cepet tolong aktifin
apang dadi anggo buin bpjs tiange kenken carane
syarat reaktifasi
mahasiswa umur 22 kartu mati, cara aktif
buat ngidupin lagi keluar duit brp
reactivate please
bpjs gratisan saya dihapus, minta diaktifkan ulang`,
  rehab_info: `kalo mau dicicil syaratnya apa
Mohon penjelasan mengenai REHAB 2.0
nyicil 12 kali per bulannya jadi brp
sanksi kalau gak nerusin cicilan
cicilan nike napi nggih
tunggakan 1 thn bisa diangsur kah
aktifnya nunggu cicilan beres ya
opo iku rehab
is there any payment plan
peserta kelas 1 boleh rehab?`,
  rehab_join: `gas daftar rehab
Saya bersedia mengikuti program cicilan tunggakan
daftarke aku cicilan
mau ambil yg cicil 12 kali
ikut rehabnya dong
mau nyicil, tolong diurusin
jagi milu program cicilan
pengajuan rehab atas nama ibu saya
sign me up for installment
oke dicicil aja deh tunggakanku`,
  service_fine: `opname bulan ini kena denda gak ya, baru lunas soale
Mohon dijelaskan perhitungan denda pelayanan rawat inap
denda 5% kali apa aja
dendane piro nek mondok
kena pinalti brp kalo nunggak setahun trus dirawat
denda keterlambatan dihapus kan?
yen telat mayah kena denda sing
berapa lama masa kena dendanya
fine for inpatient?
udah aktif tapi ditagih denda sama rs`,
  register_new: `daftar peserta dong
Persyaratan menjadi peserta JKN mandiri apa saja
anak kos mau bikin bpjs sendiri
pingin nggawe bpjs anyar
tiang konden taen ngelah bpjs
bikin kis gratis gimana caranya
sign up bpjs
pt baru berdiri mau daftar karyawannya
bapak ibu di kampung blm punya bpjs, cara daftarin
kudu nunggu brp hari abis daftar`,
  add_family: `masukin bini ke bpjs gw
Penambahan tanggungan suami, dokumennya apa saja
anak gw yg kecil blm ikut, tambahin
nambahi anak ning bpjs e kantor
ngelebuang kurenan ka bpjs tiange
mau nambah anggota
ibu saya boleh numpang tanggungan saya gak
include my husband
ponakan satu kk bisa diikutkan?
abis married mau gabungin bpjs istri`,
  newborn: `anakku lair dino iki
Pendaftaran bayi yang baru dilahirkan istri saya
bayi 5 hari daftar gmn
panak tiange mara lekad ibi
dede bayi blm ada nik, bisa?
lewat 28 hari gimana dong bayinya
baru aja punya baby
nama masih by.ny di kartu anak
daftar calon bayi bisa pas hamil?
newborn registration`,
  segment_change: `dr kantor pindah bayar sendiri
Permohonan perpindahan dari peserta PBI menjadi PPU
pengen dadi pbi wae, ora kuat bayar mandiri
uli mandiri dot ka pemda
keterima kerja, bpjs lama gimana
nebeng bpjs suami pns dari mandiri
mutasiin bpjs dari pt lama
ubah ke mandiri dong
mau jadi pbi
abis pensiun bpjs jadi apa`,
  job_loss: `ak di-phk
Perusahaan melakukan efisiensi dan saya diberhentikan
baru resign kemaren
ora kerjo maneh
suba sing megae
kontrak ga diperpanjang
lost my job
kantor bangkrut bpjs mati
jaminan setelah phk brp bulan
suami nganggur sejak bulan lalu`,
  identity_correction: `nama typo di bpjs
Permohonan perbaikan tanggal lahir
nomor wa terdaftar ganti
jeneng anakku salah tulis
nik kurang satu digit
alamat domisili belum diperbarui
pelih tanggal lekad tiange
change my phone number
hubungan keluarga di data ngaco
data ktp baru mau disesuaikan`,
  class_change: `minta kelas 3
Perubahan hak kelas dari II ke I
turunin kelas dong
kelas telu wae lah
dot menek kelas
brp lama baru boleh ganti kls
change class
nyesuaikan kelas karena gaji naik
kelas 1 ke 2
kris tuh apa`,
  facility_change: `ganti klinik dong
Permohonan pindah faskes ke Puskesmas Kuta Selatan
pindah pkm
faskesku kadohan
ngentos klinik
puskesmas mana aja yg deket sanur
pindah dokter gigi
move to another clinic
pindah faskes bareng istri
terakhir pindah 2 bulan lalu boleh pindah lagi ga faskesnya`,
  report_death: `ayah wafat
Pelaporan kematian peserta
ibuku wis ora ono
memen tiange suba sing ada
suami alm masih kena tagih
yg di kk udah meninggal satu
my mom died
surat kematian dikirim kmn
lapor kakek tutup usia
nonaktifin punya almarhumah`,
  duplicate_data: `bpjs gw ada 2
Nomor induk saya tercatat dua kali
kartu loro
ngelah dua kartu
nik muncul orang lain
pbi sama mandiri dobel
two cards
hapus yg satu karena dobel
kedaftar di 2 pt
kembar datanya`,
  card_digital: `kartu lenyap
Permintaan cetak ulang kartu
donlot kartu gimana
kartu ilang nang pasar
nomor kartuku lali
pake ktp aja bisa kan berobatnya
download mobile jkn dimana
digital card
sandi jkn lupa
liat kartu digital`,
  office_info: `kantor bpjs arah mana
Jam operasional kantor cabang
buko jam piro
kantorne ring dija
jumat tutup jam brp
nomor kontak cabang denpasar
office address
ambil antrian online kantor
hari minggu ada orang di kantor?
165 bisa ditelpon kapan aja`,
  referral_info: `surat rujukan abis
Masa berlaku surat rujukan
minta rujukan ortopedi
igd langsung boleh?
ngidih rujukan ka sanglah
perpanjangin rujukan
kontrol lagi apa harus ke puskesmas dulu
referral expired
alur mau operasi
spesialis kulit harus dari klinik dulu?`,
  other: `beli pulsa
Berapa kurs dolar hari ini
lapar
ngajak dinner
jht cair
tugas kuliah
bli dija meli babi guling
main bola yuk
lagi galau
jual akun ml`,
};
