import type { Intent } from '../intent.ts';

/** Utterances of other kinds of people than the training ones; errors on them were looked at while the classifier was made. One a line. */
export const heldOutUtterances: Readonly<Record<Intent, string>> = {
  greeting: `Halooo gaes admin BPJS ada?
assalamu'alaikum wr.wb. bpk/ibu
Om Swastyastu, tiang ibu rumah tangga saking Abiansemal
pagiiii
met malem minn
Selamat siang, dengan PANDAWA Denpasar?
hellooo anyone here
tok tok
Sore pak, masih online kah
nyoba chat dulu
permisi numpang tanya kakak
sy ijin brtanya boleh?
Malam kak, ganggu gak nih
Yth. admin BPJS Kesehatan
haiii bestie bpjs
sugeng sonten pak`,
  thanks: `okeee dehh makasii byk yaa kakk
Baik, terima kasih atas penjelasannya Bapak/Ibu
mksh infonya, sangat jelas
wokeh siap laksanakan
suksma banget, membantu sekali niki
sippp lah
matur nuwun sanget mbak
oh gt, ya udh mksh
Syukurlah, sudah beres semua. Trims
nggih, tiang ngerti mangkin
tengkyuuu
wah gercep, mantul min 👍👍
oke noted min
cukup sekian terimakasih
alhamdulillah udah bisa dipake lagi makasih ya min
Puas dengan pelayanannya, tks`,
  human: `Bisa disambungkan langsung dengan petugasnya? saya kurang paham kalau dijawab mesin
gamau ngobrol sama bot, mana orangnya??
tlg sambungin ke cs dong
saya sudah tua mata rabun, minta ada yang telpon saya saja
ORANG BENERAN TOLONG
adakah nomor petugas yg bisa saya telepon langsung
menunya bikin pusing, kasih saya ke adminnya aja
can i speak with a real person
dot ngobrol langsung ajak pegawene
njaluk tulung disambungno karo petugase
Mohon dibantu oleh petugas secara langsung
bukan itu maksud saya, panggilin orang deh
chat sama cs manusia bisa kagak
mau dilayani manusia
hubungi saya balik dong pak petugas
ini yang bales robot ya? minta yg asli`,
  opt_out: `udah deh ga usah kirim2 beginian ke nomer saya
Mohon nomor saya dihapus dari daftar penerima informasi
STOPPPP
jangan spam dong
tiap minggu di-wa terus risih, tolong hentikan
sy g mau trima wa ini lagi
tolong hentikan pengiriman pesan otomatis ke nomor ini
ini hp anak saya, jangan dikirimi pesan lagi ya
please stop sending me messages
wis ora usah ngirim wa maneh
eda buin ngirim pesan ka nomer tiange
males banget dichat tagihan mulu, stop ya
saya tidak berkenan dihubungi lagi
unsubscribe dong
nomor ini sudah bukan milik pak ketut, jgn kirim lagi
saya laporin spam ya kalau masih ngirim`,
  complaint: `masa saya datang jam 7 baru dipanggil jam 1 siang, pelayanan macam apa ini
IGD nya nolak bapak saya katanya bed bpjs habis!! padahal pasien umum langsung masuk
dokternya ngomel2 pas tau pake bpjs
Dengan ini saya mengadukan klinik yang meminta biaya tambahan kepada peserta
udah 3x lapor ga ada tindak lanjut, serius gak sih
mobile jkn nya error mulu dari pagi
perawat ketus banget, tersinggung saya
obat disuruh nebus di luar 400rb, katanya ditanggung??
bangke lah dioper sana sini ga jelas
saya kecewa berat sama cara mereka melayani orang tua saya
gimana kelanjutan aduan saya yang kemarin
pelayanan di puskesmas suwe tenan, ora niat
pegawene sing ramah, tiang kecewa
ada yang nawarin jasa urus cepat bayar 200 ribu di depan kantor, tolong ditertibkan
antrean online percuma, tetep nunggu berjam-jam
kok pasien bpjs selalu dinomorduakan`,
  status_check: `coba tolong diliatin kartu saya masih nyala apa engga
Mohon info apakah kepesertaan a.n. istri saya masih aktif
bpjs sy kok di apotek ditolak katanya ga aktif, bener?
mau pastiin aja masih ditanggung atau udah ngga
cek dong punya saya hidup gak
pengen tau bapak saya kepesertaannya apa, pbi atau bukan
kartu ibu sy tiba2 nonaktif itu kenapa ya
is my bpjs still active?
bpjs tiang kari aktif nggih?
kartuku sik urip opo wis mati yo min
saya sudah didaftarkan kantor belum ya di bpjs
Apakah saya masih termasuk penerima bantuan iuran?
cek aktif tidaknya
minta info status keaktifan peserta
anak saya kok ga muncul di bpjs, terdaftar ga sih
kemaren mau berobat ditolak katanya non aktif, kok bisa??`,
  bill_check: `bulan ini saya kudu setor berapa ya
Berapa total iuran yang harus kami bayarkan untuk 3 jiwa kelas II?
pengen tau tagihan bpjs rumah
min liatin dong tagihan desember
iuran kls 1 skrg brp sih per kepala
jatuh temponya tiap tanggal brp
bpjsku bulan iki kudu bayar piro
tiang dot nawang aji kuda mayah iuran bulan jani
how much do i have to pay this month
tolong sebutkan nominal iuran bulan berjalan
kelas tiga per orang bayar berapa
cek tagihan a/n keluarga saya
sudah keluar belum tagihan januari
perincian iuran sekeluarga minta dong
kena berapa sebulan kalau ber-4
nominal pembayaran bpjs saya bulan ini?`,
  arrears_amount: `udah setahun lebih ga setor, jadinya utang saya berapa
Mohon informasi jumlah tunggakan iuran atas nama keluarga saya
sy nunggak brp lama dan brp rupiah
total yg blm sy lunasi brp ya
kira2 utang bpjs bapak saya berapa jumlahnya
kalau 3 tahun gak pernah bayar kena semua atau ada batasnya
nunggakku wis pirang sasi
tunggakan tiange suba ngantos kuda
kapan ada penghapusan tunggakan dari pemerintah?
berapa duit buat nutup semua tunggakan
dulu mandiri ga kebayar, sekarang udah ikut kantor, sisa utangnya berapa
how much arrears do I have
cek nunggak brp bln dong kak
tnggakn bpjs ortu brp
apakah tunggakan lama saya hangus?
min bantu cek ada tunggakan ga atas nama saya`,
  payment_how: `bayarnya bisa lewat shopeepay gak sih
Bagaimana prosedur pembayaran iuran melalui Bank BPD?
mau bayar nih, kudu ke mana
sy gaptek, bayar bpjs paling gampang lewat mana
indomart bisa ga?
pengen pasang autodebet rekening bca
boleh nggak kakak saya yang bayarin dari jawa
bayare neng ngendi mas
mayah iuran dija paling paek
kalau bayar setahun sekaligus boleh?
cara transfernya gimana min
saya tidak punya rekening bank, bisa bayar tunai di mana
where can i pay my bpjs
bs byr pk gopay?
apakah bisa membayar sebagian anggota saja
tata cara pelunasan lewat atm`,
  payment_not_recorded: `Saya telah melakukan pembayaran tanggal 3 namun status masih menunggak
woi udah gw lunasin kemaren kok masih merah statusnya
duit udah kesedot dari dana tapi bpjs bilang belum bayar
struk alfamart ada, tapi sistem kalian ga update2
sampun mayah dibi, kok kari wenten tagihan
wis tak lunasi wingi kok tetep ditagih
kepencet bayar 2x nih, duit saya balik ga?
sy sdh bayar lunas tp pas berobat dibilang nunggak
autodebit tgl 5 sukses tp tagihan ttp muncul
kemarin salah masukin nomor jadi kebayar punya orang, gimana
berapa hari sih proses pembayaran sampai ke update
i already paid but it still says unpaid
kantor bilang sudah setor, tapi kartu saya masih mati
pembayaran di brimo sukses tapi gak nongol
mohon dicek pembayaran saya kok belum masuk juga
tiap bulan potong gaji tapi dibilang menunggak, gimana ceritanya`,
  va_number: `boleh minta nomor buat bayar di atm
lupa naruh catetan no pembayaran, bisa kasih lagi?
Mohon dikirimkan nomor Virtual Account a.n. saya
nomer va ne opo yo
va nya berapa min mau transfer sekarang
angka apa yg dipencet di alfamart buat bayar bpjs
no virtual sy berapa digit ya
what is my virtual account number
nunas nomer va anggon mayah
kode bayarnya dong kak
sekeluarga va nya satu atau beda?
va bank mandiri punya saya mulainya angka berapa
kok va saya invalid di mbca
vrtual akun sy apa
minta nomor rekening virtual punya istri
no va bpjs mandiri kelas 3 saya brp`,
  reactivate: `gimana dong biar bpjs saya idup lagi, mau periksa kandungan
Mohon bantuan pengaktifan kembali kepesertaan JKN saya
udah mati 2 taun, masih bisa dinyalain ga
KIS bapak dicabut dari pusat, mau diurus lagi biar bisa dipake cuci darah
anak sy kuliah semester 5, kartunya mati krn umur, cara hidupkan
bpjsku wis mati suwe, pengen tak aktifno maneh
tiang jagi ngidupang kartu bpjs tiange, napi manten syaratnyane
saya balik dari jepang, kartu mati, mau dipakai lagi
apa aja yang diperlukan supaya pbi yang dicoret aktif kembali
how to reactivate my bpjs
mau dipake operasi minggu depan tapi mati, bisa diurus cepet?
minta dinyalakan lagi bpjs sekeluarga
kalo mau aktif lg hrs byr brp
bpjs desa saya diberhentikan, tolong diaktifin lagi
langkah2 ngaktifin bpjs yg nonaktif
kartu diblokir, cara bukanya gimana`,
  rehab_info: `rehab tuh maksudnya gimana sih
Apakah tersedia program angsuran untuk peserta yang menunggak?
kalo dicicil jadinya berapa kali, ada bunganya ga
sy nunggak 18 bln, memenuhi ga utk program cicilan
tunggakan dados kacicil nenten?
iso dicicil piro wulan
nek nyicil kartune langsung urip opo ngenteni lunas
kata tetangga bisa bayar tunggakan nyicil, bener ga?
apa saja ketentuan ikut rencana pembayaran bertahap
can I pay the arrears in installments?
new rehab itu kayak gimana
kalau kelewat satu cicilan apa hangus
boleh nyicil ga sih min, berat kalo sekaligus
pendaftaran cicilan ditutup tiap tanggal berapa
perkiraan cicilan per bulan kalau 12 kali
pbi emang boleh ikut rehab?`,
  rehab_join: `oke deh saya ambil cicilannya
Saya bermaksud mengajukan permohonan program REHAB
daftarin cicilan dong min, ga kuat bayar gede
gue mau nyicil aja 6x
link buat gabung rehab mana
sy setuju yg cicilan 10 bulan
tiang jagi daftar nyicil tunggakan
aku gelem nyicil, daftarno yo
pgn daftar rehab, tombolnya dimana
i want to join the installment program
bantu proses pendaftaran angsuran tunggakan saya
langsung daftarkan rehab ya pak
mau ikutan program nyicil tunggakan
cicil aja deh, gimana mulainya
rehab kemarin batal, mau masuk lagi
mau ngajuin cicilan buat tunggakan ortu`,
  service_fine: `kalo abis lunas trus opname 2 minggu kemudian kena sanksi ga
RS minta 5 juta katanya denda pelayanan, itu apaan
Apakah terdapat denda apabila saya menunggak 8 bulan?
telat 3 hari doang kena denda ga
45 hari itu ngitungnya dari kapan
nginep di rs kena denda piro
yen opname kena denda akuda
ada penalty gak kalo telat
rawat jalan aman dari denda kan?
denda kok gede banget, ngitungnya gimana
baru aktif kemarin, besok lahiran caesar, ada denda?
dendanya boleh dicicil gak
is there a late fee
pbi bebas denda kah
maksimal dendanya brp sih
sy didenda 2jt di rs, kok bisa`,
  register_new: `belom pernah punya bpjs, mau bikin dong
Bagaimana tata cara pendaftaran peserta mandiri bagi satu keluarga?
syarat bikin bpjs buat ortu apa aja
pengen punya bpjs, mulai dari mana
tiang durung madue bpjs, jagi daftar
durung duwe bpjs, pengen gawe
sy warga pendatang ktp ntt, bisa daftar bpjs di bali?
how to register for bpjs
bikin bpjs kena biaya ga
orang gak mampu kayak saya bisa dapet bpjs gratis ga daftarnya gimana
mau daftarin pegawai toko saya 3 orang
bpjs buat bule suami saya bisa? dia belum punya
daftar sekarang aktifnya kapan
mau daftar peserta mandiri kelas 2 sekeluarga
urus bpjs baru perlu kk sama apa lagi
saya lulus kuliah belum punya jaminan kesehatan mau daftar`,
  add_family: `istri saya belum masuk, mau saya masukin ke punya saya
Mohon penambahan anggota keluarga atas nama suami
barusan nikah, gmn cara masukin pasangan
anak ke-4 bisa ikut tanggungan kantor gak
dot nambahin kurenan ka bpjs
arep nglebokno mertua iso ra
mertua mau saya tanggung, bisa?
ada anak angkat, mau diikutkan
adik saya numpang kk, mau ditambahkan sekalian
add my wife to my bpjs
tambahin ortu ke bpjs kantor dong
berapa jiwa sih maksimal yg ditanggung perusahaan
anak saya yang umur 5 tahun belum ikut bpjs keluarga, cara masukinnya
nambah satu orang lagi di kk bpjs
suami pindah masuk kk saya, tolong didaftarkan ikut saya
sy mau nambah tanggungan istri`,
  newborn: `istri tadi subuh lahiran, bpjs si kecil gimana ngurusnya
Bayi kami lahir tanggal 3, kapan batas pendaftarannya?
anak pertama saya barusan brojol, daftarnya gimana
dedek umur 10 hari blm didaftarin
rare tiange wau embas, napi syarat daftarne
bojoku bar lairan, bayine didaftarno piye
bayi masih di inkubator, perlu bpjs cepet
debay baru lahir blm ada kk
lahir kembar kemaren, dua2nya mau didaftarkan
my baby was just born, how to register
telat daftarin bayi udah 40 hari, kena apa
di bpjs masih kebaca 'bayi ny' padahal udah ada nama
si bayi otomatis ikut pbi ibunya ga
masih hamil 9 bulan, bisa daftar duluan?
pake surat lahir dari rs aja bisa ga buat daftar anak
cucu lahir minggu lalu, tolong info bpjsnya`,
  segment_change: `sekarang udah kerja di hotel, yang mandiri diapain
Saya ingin mengalihkan kepesertaan dari mandiri menjadi PBI
gabisa bayar mandiri terus, pengen yg ditanggung pemerintah
kis pemerintah mau saya lepas, mau bayar sendiri aja
dot pindah uli bpjs desa ka mandiri
pengen ngalih soko kantor nang mandiri
ikut bpjs suami aja, punya saya yg mandiri dipindah
hrd nya minta bpjs mandiri saya dicabut dulu
pindah pt, bpjs masih nyangkut di pt lama
pensiun bulan depan, bpjs lanjut mandiri gimana
switch from company to self paid
anak sudah kerja sendiri mau lepas dari tanggungan saya
baru diangkat pppk, bpjs pbi saya gimana
mau berubah dari pbpu ke pekerja penerima upah
cerai, mau pisah dari bpjs mantan
alihkan peserta pemda jadi mandiri`,
  job_loss: `tempat kerja saya gulung tikar, bpjs saya nasibnya gimana
Saya terkena pemutusan hubungan kerja per 1 Februari
barusan resign, kartunya masih kepake ga
dipecat bos, bpjs langsung mati
tiang suba sing nyemak gae buin, bpjs kenken
aku wis ora kerjo neng hotel, kartune mati
abis kontrak ga dilanjut, bpjs dari kantor gmn
katanya kalo phk masih ditanggung setengah tahun, bener?
suami udah gak kerja lagi, bpjs sekeluarga ikut mati
i got laid off
resto tempat saya bekerja tutup permanen
surat phk udah pegang, dibawa kemana
sudah keluar dari perusahaan 2 bulan lalu
nganggur nih skrg, bpjs kantor distop
dirumahkan tanpa gaji, iuran siapa yg bayar
berhenti dr pabrik, pengen tau nasib bpjsnya`,
  identity_correction: `nama saya kurang satu huruf di kartu, benerinnya gimana
Terdapat kesalahan tanggal lahir pada data kepesertaan saya
no hp yg terdaftar udah mati, mau diganti yg baru
adan tiange pelih di bpjs
jenengku kliru nang kartu bpjs
jenis kelamin anak kebalik di data
alamat udah pindah, di bpjs masih yg lama
nik bpjs beda 1 angka sama ktp
my name is misspelled
kk baru belum masuk di data bpjs
pas dicek faskes katanya datanya ga cocok sama dukcapil
mau update nomor telpon
di situ saya tertulis belum kawin, padahal sudah
gelar sarjana saya mau dicantumkan
tolong betulin ejaan nama suami
email sama nomer di jkn mau diganti`,
  class_change: `kelas 1 kemahalan, pengen yg 3 aja
Mohon informasi persyaratan perpindahan kelas rawat
bisa naik ke kelas satu kapan ya
gak sanggup kelas 2 lagi, diturunin bisa?
tiang dot tuun ka kelas telu
pengen mudun kelas, abot bayare
kelas rawat sekeluarga mau dirubah
upgrade dari 3 ke 1 dong
gaji udah diatas 4 juta, harusnya kelas berapa, mau disesuaikan
downgrade my class please
katanya kelas mau dihapus jadi KRIS, bener?
abis daftar kelas 2 baru 3 bulan, boleh ganti kls 3?
nurunin kelas bpjs syaratnya apa
masih ada utang, boleh turun kelas ga
naikin kelas bapak jadi 2
ubah ke kls 3 semua kk`,
  facility_change: `klinik yg terdaftar jauh bgt, mau yg deket kos
Mohon perubahan fasilitas kesehatan tingkat pertama saya
ganti dokter kluarga bisa lewat sini?
pkm ku neng jember, saiki manggon neng denpasar, ganti piye
tiang dot ngentos tongos berobat ka puskesmas kuta
pindah faskes bolehnya tiap brp bulan sih
pengen pindah ke puskesmas mengwi
change my clinic
klinik langganan saya udah ga kerjasama, terus pindah kmn
faskes sekeluarga mau disamain
ada daftar faskes di kediri ga
faskes anak sama ibu beda, mau disamakan
baru pindah kontrakan, puskesmasnya mau diganti juga
klinik gigi bpjs yg deket renon mana aja
gnti fktp dong
sy lg di luar kota, bisa berobat di puskesmas setempat ga`,
  report_death: `bapak barusan ga ada, bpjsnya mesti diapain
Bersama ini kami laporkan peserta a.n. ayah kami telah wafat
ibu mertua udah almarhumah tapi tagihannya muncul terus
nenek meninggal kemaren, ngurus bpjsnya gimana
pekak tiange sampun seda, bpjsne kenken
mbahku wis sedo, bpjs e piye
adik meninggal krn kecelakaan, lapor ke mana
sudah diaben bulan lalu, bpjs bapak masih ditagih
my father passed away
tolong stop tagihan almarhum suami
buat berhentiin bpjs orang yg udah meninggal perlu apa
akta kematian udah terbit, dikirim ke sini?
orangnya sudah dikubur kok masih aja ditagih
kakak ipar berpulang, kartunya tolong dimatikan
utang iuran yg meninggal ditanggung ahli waris?
hapus nama ibu yang sudah tiada dari kk bpjs`,
  duplicate_data: `kok nomor bpjs saya ada dua yg muncul
Mohon penghapusan salah satu nomor kepesertaan saya yang ganda
pas dicek nik saya keluar nama orang laen
kis ada, mandiri juga ada, yg dipake mana
kartun tiange wenten kalih
kartuku kok ono loro yo
anak ke-daftar 2x sama rs
i have two bpjs numbers
didaftarin kantor padahal udah punya mandiri, jadi dobel
nik ku dipake wong liyo
data istri kembar di sistem
yang lama belum dihapus, muncul yang baru, bingung dua2nya nagih
tolong satukan data saya yg double
tercatat di pt A dan pt B sekaligus
ketuker sama orang yg namanya sama
dobel peserta pbi sama pekerja`,
  card_digital: `kartu fisik saya kecuci, bisa dapet lagi?
Bagaimana cara mengunduh kartu JKN digital
ngeprint kartu bpjs bisa di mana
kartun tiange ical ring margi
kartuku ilang pas pindahan, piye
lupa no bpjs, cuma inget nik
boleh ga berobat cuma nunjukin ktp
login mobile jkn lupa sandi
how do i get my digital card
kirimin foto kartu bpjs saya dong
apk bpjs yg resmi apa namanya
kartu saya ketinggalan di kampung, mau berobat besok
nomer kartu e piro yo lali
belum pernah terima kartu dari dulu
qr di aplikasi buat apa
mau liat kartu kis di hp`,
  office_info: `kantornya yg di renon itu buka sampe jam brp
Mohon info lokasi kantor cabang terdekat dari Tabanan
hari sabtu ada pelayanan ga
kantore bpjs sebelah endi
kantor bpjs ring dija nggih
telpon kantor denpasar dong
besok tanggal merah buka gak
ada loket bpjs di mpp denpasar ga
what time does the office open
sharelok dong min
kalo mau kesana harus ambil antrian dulu?
bpjs keliling ke desa mengwi kapan
nomer hotline bpjs berapa
jam istirahat loket jam brp
wa ini jam pelayanannya sampai jam berapa
di badung kantornya sebelah mana`,
  referral_info: `rujukan saya abis minggu depan, cara nyambungnya
Mohon dijelaskan alur untuk berobat ke dokter spesialis penyakit dalam
dari puskesmas disuruh ke ngoerah, suratnya gimana
igd harus bawa surat dari puskesmas ga
dot ka rumah sakit sanglah, perlu rujukan sing
pengen periksa mata nang rs, kudu rujukan sik yo
rujukan berlaku sampe kapan sih
boleh pindah rs rujukan ga, yg ini penuh
surat kontrolnya ilang, gimana mau kontrol
do i need a referral to see a specialist
puskes ga mau ngerujuk saya, padahal sakitnya parah
kacamata ditanggung ga, klaimnya gimana
mau cabut gigi bungsu di rs, prosesnya
rujuk balik obat jantung ambil di mana
operasi hernia alurnya mulai dari mana pake bpjs
rujukan jawa bisa dipake di bali?`,
  other: `min tau jual beras murah di mana
besok ujan gak ya
pinjem seratus dong min
klaim jaminan hari tua gimana prosesnya
lg ngopi nih, sini
hasil liga inggris semalam
cara bikin kk di dukcapil
ajarin matematika dong
bansos tahap 4 cair kapan
motor saya mogok
kuliner enak di ubud
dijual tanah 2 are di tabanan
apa arti hidup
wkwkwkwk ngakak
bayar pajak mobil online gimana
nonton kecak dija luung`,
};
