/** Utterances about REHAB, the service fine and cover that should come back, one a line. */
export const instalments = {
  rehab_info: `
rehab itu apa
apa itu program rehab
program rehab bpjs itu apa
jelaskan program rehab
info rehab
info program rehab
info cicilan tunggakan
syarat rehab
syarat ikut rehab apa saja
syarat cicil tunggakan
persyaratan program cicilan
rehab berapa bulan
maksimal cicilan rehab berapa kali
bisa dicicil berapa kali
berapa kali cicilan
berapa cicilan per bulan
cicilan rehab per bulan berapa
kalau dicicil per bulannya berapa
kalau nyicil kena berapa sebulan
simulasi rehab
simulasi cicilan
hitung cicilan rehab
tunggakan bisa dicicil
apakah tunggakan bisa dicicil
apa bisa bayar tunggakan dicicil
bisa nyicil ga tunggakannya
boleh nyicil tidak
bisa bayar bertahap
bisa bayar tunggakan bertahap tidak
bayar tunggakan pelan pelan bisa
bisa bayar sedikit sedikit tunggakannya
apakah ada keringanan bayar tunggakan
ada keringanan untuk tunggakan
ada program cicilan
ada program angsuran tunggakan
angsuran tunggakan gimana
bisa diangsur
bisa diangsur gak bu
apakah saya bisa ikut rehab
apa saya memenuhi syarat rehab
saya nunggak 2 bulan bisa rehab
nunggak 3 bulan bisa ikut cicilan
pbi bisa ikut rehab gak
siapa yang boleh ikut rehab
rehab 2.0 apa bedanya
bedanya rehab lama dan baru
new rehab itu gimana
rehab kapan aktif kartunya
kalau ikut rehab kapan aktifnya
selama rehab kartu bisa dipakai
kalau dicicil kartunya langsung aktif
kalau rehab telat bayar gimana
telat bayar cicilan rehab gimana
kalau cicilan macet gimana
rehab daftar lewat mana
daftar rehab sampai tanggal berapa
batas daftar rehab
pendaftaran rehab dibuka tanggal berapa
rehab bisa lewat wa
cara kerja rehab
ketentuan rehab
rehap itu apa
reha b bpjs
program rehabilitasi tunggakan
rencana pembayaran bertahap itu apa
rencana bayar bertahap
tnggkn bs dicicil
bs nyicil gk
bs dicicil g min
iso dicicil ora
iso nyicil ora tunggakane
tunggakane iso dicicil ping piro
dados nyicil tunggakan
dadi cicil sing tunggakanne
dadi nyicil mayah tunggakan
napi dados kacicil
apa nike rehab
apa ento rehab
apakah ada bunga kalau dicicil
rehab ada biaya admin
`,
  rehab_join: `
mau ikut rehab
saya mau ikut rehab
mau daftar rehab
daftar rehab
daftar program rehab
daftarkan saya rehab
saya ingin mendaftar program rehab
gabung rehab
ikut program cicilan
mau ikut program cicilan
mau ikut cicilan tunggakan
mau cicil tunggakan
saya mau cicil tunggakan saya
mau nyicil tunggakan
mau nyicil aja
pengen nyicil tunggakan bpjs
mau dicicil aja tunggakannya
tolong dicicilkan tunggakan saya
saya mau mencicil
saya mau mengangsur tunggakan
mau angsur tunggakan
mau ngangsur
saya pilih cicil
saya ambil cicilan 6 kali
saya mau cicil 12 bulan
mau cicil 3x
cicil 4 kali aja
ambil rehab 10 tahap
mau bayar bertahap
saya mau bayar bertahap saja
mau bayar tunggakan bertahap
saya mau bayar tunggakan pelan pelan
cara daftar rehab
cara ikut rehab
cara daftar cicilan
gimana cara daftar rehab
gimana cara ikut cicilan tunggakan
bagaimana mendaftar cicilan
bantu daftar rehab
tolong daftarkan rehab
tolong bantu daftarkan cicilan
bisa bantu saya daftar rehab
bisa daftarin saya rehab
link daftar rehab
minta link rehab
minta link pendaftaran cicilan
lanjut daftar rehab
lanjut rehab
setuju ikut rehab
saya setuju cicil
oke saya ikut rehab
oke saya mau dicicil
saya ga sanggup bayar sekaligus mau dicicil
gak kuat bayar semua mau nyicil aja
ga punya uang bayar sekaligus jadi mau cicil
berat bayar sekaligus mau nyicil boleh ya
tidak mampu bayar langsung lunas saya mau mencicil
mau daftar new rehab
new rehab daftar
aktifkan rehab
aktifkan cicilan
ajukan rehab
mengajukan cicilan
pengajuan cicilan tunggakan
mau mengajukan angsuran
permohonan rehab
mau ikutan rehab donk
mo ikt rehab
mau dftr rehab
dftar rehap
mw nyicil tgakan
sy mw cicil tnggakan
arep melu rehab
aku arep nyicil tunggakan
pengen nyicil wae
tiang dot milu rehab
tiang jagi nyicil tunggakan
jagi ngiring rehab
dot nyicil dogen
dot nyicil mayah tunggakan
daftarang tiang rehab
mau ulang rehab lagi
rehab saya gagal mau daftar lagi
mau batal rehab dan daftar ulang
ganti jumlah tahap rehab
`,
  service_fine: `
denda berapa
denda pelayanan
apa itu denda pelayanan
denda pelayanan itu apa
berapa denda pelayanan
denda rawat inap berapa
denda rawat inap
kena denda gak kalau opname
kena denda berapa kalau rawat inap
kalau langsung opname setelah bayar kena denda
baru bayar tunggakan terus operasi kena denda
habis lunasin tunggakan langsung masuk rs kena denda ga
denda 45 hari
45 hari denda
masa denda 45 hari itu apa
apa benar ada denda 45 hari
denda 5 persen
denda 5% dari apa
denda maksimal berapa
denda maksimal 30 juta
denda telat bayar
denda keterlambatan iuran
telat bayar kena denda gak
telat bayar kena denda berapa
kalau telat bayar iuran ada dendanya
kalau terlambat sebulan apa didenda
nunggak kena denda
nunggak 2 tahun dendanya berapa
ada denda gak kalau nunggak
ada dendanya gak
apakah ada denda
apakah ada denda kalau baru aktif
apakah rawat jalan kena denda
ke dokter biasa kena denda ga
berobat ke puskesmas kena denda
melahirkan kena denda
persalinan caesar kena denda berapa
cuci darah kena denda
operasi kena denda berapa
rumah sakit minta denda
rs bilang saya kena denda
kata rs saya harus bayar denda dulu
disuruh bayar denda di rumah sakit
kenapa saya kena denda
kok kena denda
hitung denda
hitung denda rawat inap saya
cara hitung denda
cara menghitung denda pelayanan
rumus denda
bayar denda dimana
cara bayar denda pelayanan
denda bisa dicicil
denda bisa dihapus
keringanan denda
denda pbi ada gak
pbi kena denda
berapa lama bebas denda
kapan bebas denda
setelah aktif berapa hari baru bisa rawat inap
aktif hari ini langsung bisa opname
baru aktif bisa langsung rawat inap gak
sanksi kalau telat
sanksi telat bayar apa
biaya denda
dnda brp
dnda rwt inap brp
kna dnda brp
kena dendo piro
dendane piro
ono dendane ora
ada denda sing
kuda dendane
kena denda akuda yen opname
dendane akuda
penalti telat bayar
pinalti
`,
  reactivate: `
mau aktifkan bpjs
mau aktifin lagi bpjs
aktifkan kembali kartu saya
mengaktifkan kembali bpjs
mengaktifkan kepesertaan
cara mengaktifkan bpjs
cara aktifkan bpjs yang mati
cara aktifin bpjs yang udah lama mati
cara mengaktifkan kembali kartu yang tidak aktif
gimana cara aktifkan lagi
gimana biar aktif lagi
biar aktif lagi gimana
supaya aktif lagi harus apa
agar kartu aktif kembali bagaimana
bpjs saya mati mau dihidupkan lagi
hidupkan lagi bpjs saya
bpjs nonaktif mau diaktifkan
kartu saya nonaktif tolong diaktifkan
tolong aktifkan bpjs saya
tolong aktifin kartu saya dong
tolong diaktifkan lagi saya mau berobat
mau berobat tapi kartu mati gimana
mau operasi tapi bpjs tidak aktif
butuh bpjs aktif hari ini juga
darurat bpjs harus aktif sekarang
ibu saya masuk rs bpjsnya mati tolong aktifkan
reaktivasi
reaktivasi bpjs
reaktivasi kartu
reaktivasi pbi
mau reaktivasi
saya ingin reaktivasi kepesertaan
pengaktifan kembali
pengaktifan kartu
syarat pengaktifan kembali
syarat mengaktifkan pbi yang nonaktif
pbi saya dinonaktifkan mau diaktifkan lagi
pbi dicabut gimana ngaktifinnya
bpjs gratis saya mati mau aktif lagi
kis saya diblokir pemerintah mau diaktifkan
bantuan iuran saya diputus mau aktif lagi
bpjs dari desa mati bagaimana mengaktifkan
bpjs pemda saya mati mau aktifkan
bpjs apbd nonaktif minta aktif
berapa biaya aktifkan bpjs lagi
berapa biaya untuk mengaktifkan kembali
bayar berapa supaya aktif lagi
bayar berapa biar aktif
syarat biar bpjs aktif lagi
anak saya kuliah bpjsnya mati mau aktifkan
anak umur 21 kuliah nonaktif mau diaktifkan
bpjs anak mati karena lewat 21 tahun
anak sudah 21 tahun bpjs terputus cara lanjutkan
kartu terblokir mau buka blokir
buka blokir bpjs
bpjs keblokir gimana buka
bpjs saya mati suri mau bangkit lagi
lama di luar negeri mau aktifkan bpjs lagi
pulang dari luar negeri mau aktif bpjs lagi
aktifin bpjs
aktifkan
aktivasi lagi
aktivasi ulang kartu
mau aktip lagi
mw aktfin bpjs
gmn cr aktifin lg
cr aktifkn krtu bpjs
aktifno maneh bpjsku
pengen nguripno bpjs maneh
carane ngaktifke bpjs piye
bpjs mati pengen urip maneh
dot ngidupang bpjs buin
tiang jagi ngaktifang bpjs malih
kenken apang bpjs tiange idup buin
mangda aktif malih kenken caranne
nunas tulung aktifang bpjs tiang
sudah nggak aktif bisa diaktifkan lagi ga
bisa langsung aktif gak kalau bayar sekarang
masih bisa diaktifkan ga ya udah lama mati
`,
  status_check: `
cek status
cek status bpjs
cek status kepesertaan
cek kepesertaan
cek kartu
cek kartu bpjs saya
cek kartu aktif apa tidak
bpjs saya aktif gak
bpjs saya masih aktif
bpjs saya masih aktif gak ya
apakah bpjs saya aktif
kartu saya aktif tidak
kartu saya masih bisa dipakai
kartu bpjs saya masih berlaku
masih berlaku gak kartunya
status kartu saya apa
status bpjs saya apa
status kepesertaan saya
status peserta
mau cek status
mau cek bpjs
mau ngecek bpjs masih hidup gak
mau tau bpjs saya aktif atau tidak
tolong cek bpjs saya
tolong dicek kartu saya aktif apa nggak
minta tolong cek status kepesertaan saya
apakah anak saya terdaftar bpjs
apakah saya terdaftar bpjs
saya terdaftar gak ya
apakah nik saya sudah terdaftar
apa saya sudah punya bpjs
istri saya bpjsnya aktif gak
bpjs anak saya aktif apa tidak
bpjs ibu saya masih aktif
cek bpjs orang tua
cek bpjs keluarga saya semuanya
kenapa kartu saya tidak aktif
kenapa bpjs saya nonaktif
kenapa bpjs saya mati
kok bpjs saya gak aktif
kok tiba tiba nonaktif
kok kartu saya tidak aktif ya
bpjs saya kenapa ga aktif
kenapa status saya nonaktif
kenapa dinonaktifkan
di klinik katanya kartu saya tidak aktif
di puskesmas dibilang bpjs mati
rumah sakit bilang bpjs saya tidak aktif
pbi saya masih aktif
bantuan pemerintah saya masih aktif gak
kis saya masih aktif
kis pbi saya masih berlaku tidak
saya termasuk pbi apa mandiri
saya peserta apa
jenis kepesertaan saya apa
segmen saya apa
faskes saya dimana terdaftar
saya kelas berapa ya
kelas bpjs saya berapa
masuk tanggungan perusahaan gak
apakah perusahaan sudah daftarkan saya
perusahaan sudah daftarin bpjs saya belum
cek stts bpjs
stts bpjs sy
bpjs sy aktf g
bpjs sy msh aktif gk
krtu sy aktif ga
kartuku aktif ora
bpjs ku isih urip ora
bpjsku mati opo urip
bpjs tiange nu aktif
nu aktif bpjs tiange sing
kenapi bpjs tiange sing aktif
dados cek bpjs tiang
bpjs tiange nu idup sing
kartun tiange kari aktif napi ten
sampun aktif napi dereng
sudah aktif belum
udah aktif belum bpjs saya
kapan bpjs saya aktif
kapan kartu saya mulai aktif
mulai kapan kartu bisa dipakai
status
`,
} as const;
