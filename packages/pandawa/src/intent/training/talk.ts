/** Utterances that open, close or leave a conversation, one a line. */
export const talk = {
  greeting: `
halo
hallo
haloo min
hai
hi admin
hai kak
permisi
permisi pak bu
selamat pagi
pagi min
pagi kak
siang bu
selamat siang
selamat sore admin
sore pak
malam kak
selamat malam bpjs
met pagi
met siang kak
assalamualaikum
asalamualaikum wr wb
ass wr wb
om swastiastu
om swastyastu
osa bu
om suastiastu min
rahajeng semeng
rahajeng sanja bli
swastiastu bapak ibu petugas
kulo nuwun
sugeng enjing
sugeng siang min
sugeng dalu
punten
punten kang
shalom
salam
salam sejahtera
namo buddhaya
ping
p
pp
p min
test
tes
tes tes
cek 123
hello
helo bpjs
hei
hey
oi min
min
mimin
kak
bu
pak
gan
bang
admin ada
ada orang
apakah ada orang disini
halo apakah ini bpjs
bener ini bpjs denpasar
ini nomor pandawa kah
apa benar ini wa bpjs kesehatan
halo pandawa
hai pandawa
mulai
start
menu
mau tanya dong
mau nanya min
saya mau bertanya
numpang nanya
izin bertanya
ijin tanya kak
boleh nanya gak
mau tanya boleh
bisa bantu saya
bisa minta bantuannya
tolong bantu saya pak
halo saya butuh bantuan
napi kabar
punapi gatra
pye kabare
apa kabar min
swastyastu
om swastyastu ngiring matur dumun
nunas tulung min
tyang jagi metaken
tiang jagi nakenin
`,
  thanks: `
makasih ya
mksih kak
thank you
tq min
terimakasih atas bantuannya
terima kasih infonya
makasih infonya min
makasih banyak kak sangat membantu
trima kasih pak
suksma nggih
matur suksma
matur suksma bli
matur nuwun
suwun mas
maturnuwun sanget
hatur nuhun
alhamdulillah makasih
syukur deh makasih ya
ok
oke
okey
oke siap
ok makasih
siap
siap makasih
sip
sip mantap
sip min
mantap
mantul
baik
baik bu
baik terima kasih
baiklah kalau begitu
noted
noted kak
oke noted terima kasih
oh gitu ya makasih
oh begitu baik
ya sudah makasih
sudah jelas terimakasih
sudah cukup terimakasih
udah itu aja makasih
cukup itu saja
ga ada lagi makasih
tidak ada lagi terima kasih
paham
paham kak
mengerti pak terimakasih
ngerti min suwun
jos
jossss
good
bagus pelayanannya cepat
pelayanannya memuaskan
pelayanan ok ramah terima kasih
bapak ibu petugas baik sekali
sangat terbantu
terbantu sekali
wah keren cepat jawabnya
semoga sukses selalu admin
semoga sehat selalu
Tuhan memberkati
inggih
nggih suksma
inggih matur suksma
becik
becik suksma
sudah bisa kak makasih ya
udah aktif makasih banyak
udah berhasil min thanks
wes bisa suwun
sampun nggih suksma
🙏🙏🙏
`,
  human: `
mau bicara dengan petugas
saya mau ngobrol sama orang
bisa bicara sama orang asli
mau ngomong sama manusia
jangan robot dong
jangan bot saya mau orang
ini robot ya saya mau sama manusia
ini bot atau orang
sambungkan ke petugas
tolong sambungkan ke operator
hubungkan saya ke customer service
hubungkan ke cs
cs dong
mau chat cs
minta cs
admin asli mana
mau chat sama admin langsung
minta dihubungi petugas
tolong telpon saya
bisa telepon saya ga
petugas tolong hubungi saya
mau telponan sama petugas
bisa video call dengan petugas
mau bicara langsung
saya mau bicara langsung dengan pegawai bpjs
saya tidak mengerti menu ini tolong petugas
ga ngerti pilihannya minta bantu orang
bingung pencet yang mana mau orang saja
saya gaptek tolong petugas yang bantu
orang tua saya gak ngerti bot tolong dibantu petugas
minta petugas
operator
agen
agent
live agent
live chat
talk to human
talk to a person please
customer service
customer servis
saya mau bicara dengan customer service
panggil petugas
panggilkan admin
ada petugas yang bisa bantu
ada orang yang bisa jawab saya
petugasnya mana
petugas online gak
adminnya mana kok dijawab mesin
kok jawabannya mesin terus mau orang beneran
balasnya otomatis terus pengen orang beneran
jawaban otomatis gak membantu tolong petugas
bot gak guna mana orangnya
capek ngomong sama robot
robot bodoh saya mau petugas
ga nyambung ini bot kasih ke petugas aja
kasih ke atasanmu
mau bicara dengan atasan
mau ngomong sm org nya langsung
mo ngmg sm ptgs
bs bcr dg ptgs
mau ngobrol ama cs nya
boleh minta tolong disambungin ke orangnya
arep ngomong karo wong
pengen ngomong karo petugas
tiang dot ngomong ajak petugas
tiang jagi mabaos ring petugas
dot ngorahin petugas langsung
nunas petugas dong
ngidih petugas bli
mau konsultasi langsung sama orang
mau konsultasi dengan petugas
bisa dibantu orang bukan mesin
saya butuh petugas manusia
butuh orang
minta orang
tolong petugas
mau ke petugas
lanjut ke petugas
teruskan ke petugas
alihkan ke petugas
oper ke admin dong
minta nomor petugas yang bisa dihubungi
minta no wa petugas nya
`,
  opt_out: `
berhenti
stop kirim pesan
jangan wa saya lagi
jangan hubungi saya lagi
jgn wa lg
jgn chat saya lg
tolong jangan kirim wa terus
tolong berhenti kirim pesan
berhenti mengirim pesan ke nomor ini
saya tidak mau menerima pesan lagi
saya ga mau dapat pesan dari bpjs
gak mau dikirimi pesan
gak usah kirim kirim lagi
ga usah wa wa lagi
gausah ngechat
hapus nomor saya
hapus nomor saya dari daftar
tolong hapus no hp saya dari sistem pesan
keluarkan saya dari daftar
unsubscribe
unsub
unreg
opt out
keluar dari daftar penerima
batalkan langganan pesan
berhenti langganan
berhenti berlangganan
stop langganan
tidak berkenan menerima info
tidak berminat jangan hubungi
spam
ini spam
spam terus stop
pesan ini mengganggu
mengganggu sekali pesannya tolong dihentikan
terganggu dengan pesan terus menerus
berisik chat mulu stop
blokir
saya blokir ya kalau chat terus
saya blokir nomor ini
matikan notifikasi
matikan pesan otomatis ini
matikan pemberitahuan
nonaktifkan pemberitahuan wa
jangan ingatkan saya lagi
ga usah ingetin bayar terus
gak usah ditagih lewat wa lagi
jangan tagih lewat wa
jangan promosi di sini
jangan sms lagi
hentikan pesan
hentikan broadcast
stop broadcast
jangan broadcast ke saya
salah nomor jangan kirim lagi
salah orang ini bukan nomor dia jangan kirim pesan
ini nomor orang lain tolong dihapus
bukan nomor ini orangnya jangan wa lagi
saya bukan orang yang dimaksud stop wa
ojo wa maneh
ojo kirim pesan terus
wes ojo ngechat
sampunang wa malih
eda buin wa tiang
da buin ngirim pesan
de buin ngechat icang
mandeg ngirim pesan
cukup jangan kirim lagi
cabut persetujuan pesan
saya cabut izin dikirimi pesan
saya menolak menerima pesan
tolak pesan
no more message
dont message me
stop messaging me
tolong data nomor saya dikeluarkan dari broadcast
ganggu aja chat tiap hari
males nerima wa ginian
ga pengen dapet chat bpjs lg
`,
} as const;
