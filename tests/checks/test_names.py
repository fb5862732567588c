"""Names changed, misspelt, lost, added; titles on the wrong head; one name written several ways; and what is right."""
from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest

from checker.checks import approved, bodies, consistency, exchanges, genders, names, roles
from checker.finding import Discrepancy
from checker.ledger import as_dicts, entries, merged

from .figure_world import pair

CHECKS = (names.check, roles.check, exchanges.check, bodies.check, genders.check, consistency.check)


def found(original: str, translation: str, language: str, known: Sequence[tuple[str, str]] = (),
          least: float = 0.5) -> list[tuple[str, str]]:
    """Code and the translation's words of what is worth a warning."""
    made = pair(original, translation, language, known)
    said = [d for check in CHECKS for d in check(made) if isinstance(d, Discrepancy)]
    return [(d.code, made.translation.text[d.translation.start:d.translation.end] if d.translation else "")
            for d in said if d.certainty >= least and not d.advisory]


FAULTS = [
    # another person behind a first name that stayed, one letter off, and another altogether
    ("Ông Peter Dunmore đến sớm.", "De heer Peter Dunwich kwam vroeg.", "nl", "name-changed", "Peter Dunwich"),
    ("Bà Anna Kowalska đến sớm.", "Mevrouw Anna Kowelska kwam vroeg.", "nl", "name-misspelt", "Anna Kowelska"),
    ("Sarah Coombe phát biểu ở Leiden.", "Sarah Combe a parlé à Leyde.", "fr", "name-misspelt", "Sarah Combe"),
    # an acronym of the same kind
    ("Đài NBC đưa tin này.", "De zender ABC bracht het nieuws.", "nl", "acronym-changed", "ABC"),
    # a member of a list too many
    ("Các hãng Honda, Fiat và Skoda đã đến.", "Honda, Nissan, Fiat en Skoda deden mee.", "nl", "name-added", "Nissan"),
    # one person more
    ("Bà Wilde từng làm việc cho Anna Kowalska.", "Wilde werkte voor Anna Kowalska en Peter Dunmore.", "nl",
     "name-added", "Peter Dunmore"),
    # one place more behind a name alone, one more at the end of a list, one in Latin letters in Thai
    ("Tàu ghé Leiden hôm qua.", "Het schip deed gisteren Leiden en Rostock aan.", "nl", "name-added", "Rostock"),
    ("Bolivia và Chile sẽ đàm phán.", "Bolivia, Chile en Peru gaan praten.", "nl", "name-added", "Peru"),
    ("Tàu ghé Leiden hôm qua.", "เมื่อวานเรือแวะที่ Leiden และ Rostock", "th", "name-added", "Rostock"),
    # one in the middle of a list, though it is named nearby; a clause before it is no member of the list
    ("Lệnh cấm vẫn còn, dù Chile, Peru và Bolivia phản đối.\nÔng ấy đến từ Brazil.",
     "L’interdiction demeure, mais le Chili, le Pérou, le Brésil et la Bolivie s’y opposent.\nIl vient du Brésil.",
     "fr", "name-added", "Brésil"),
    ("Chile, Peru và Bolivia đã ký.", "ชิลี เปรู บราซิล และโบลิเวียลงนามแล้ว", "th", "name-added", "บราซิล"),
    ("Ông Peter Dunmore đã đến.", "ปีเตอร์ ดันมอร์ และอันโตนิโอ โรสซินี มาถึงแล้ว", "th", "name-added", "โรสซินี"),
    # another word of the same beginning is no ending of another language
    ("Lâu đài Marchwood bị cháy.", "Het kasteel Marchford is afgebrand.", "nl", "name-misspelt", "Marchford"),
    # letters after an acronym's full form
    ("Quỹ Tiền tệ Quốc tế (IMF) đã cảnh báo.", "Het Internationaal Monetair Fonds (IWF) waarschuwt.", "nl",
     "acronym-changed", "IWF"),
    # one name less: of two, though the version has it elsewhere, and a country
    ("Ông ấy gặp Dunmore và Kowalska.\nÔng Dunmore đã đến.", "Il a rencontré Kowalska.\nDunmore est venu.", "fr",
     "name-missing", ""),
    ("Iran và Trung Quốc đã ký.", "Iran heeft getekend.", "nl", "name-missing", ""),
    ("Iran và Trung Quốc đã ký.", "อิหร่านลงนามแล้ว", "th", "name-missing", ""),
    # a town, and a body, of which the original says nothing at all
    ("Các bác sĩ nói rằng cần thời gian.", "De artsen in Edinburgh zeggen dat er tijd nodig is.", "nl", "name-added",
     "Edinburgh"),
    ("Bà Anna Kowalska nói hôm qua.", "แอนนา โควัลสกา กล่าวกับสำนักข่าวรอยเตอร์เมื่อวานนี้", "th", "name-added",
     "สำนักข่าวรอยเตอร์"),
    # another name before the original's in brackets
    ("Bà Anna Kowalska đã đến.", "นักวิทยาศาสตร์ โรสซินี (Anna Kowalska) มาถึงแล้ว", "th", "name-changed", "โรสซินี"),
    # a word stuck to a name
    ("Khu công nghệ cao Hòa Lạc mở cửa.", "Het park Ngoc-Hoa Lac ging open.", "nl", "name-added", "Ngoc-Hoa Lac"),
    # a side of the place that the original does not say, another word, one in Thai
    ("Bà Anna Kowalska sống ở Marchwood.", "Anna Kowalska woont in Oost-Marchwood.", "nl", "name-added",
     "Oost-Marchwood"),
    ("Ông Peter Dunmore đã đến.", "Gisteren kwam Nieuw-Peter Dunmore aan.", "nl", "name-added", "Nieuw-Peter Dunmore"),
    ("Ông Peter Dunmore đã đến.", "ลาง-ปีเตอร์ ดันมอร์ มาถึงแล้ว", "th", "name-added", "ลาง-ปีเตอร์ ดันมอร์"),
    ("Khu công nghệ Đồng Văn rất rộng.", "สวนเทคโนโลยี Oud-Dong Van กว้างมาก", "th", "name-added", "Oud-Dong Van"),
    # a given name that nobody has
    ("Bà Oldfield đã rời đi.", "Gisteren is Marieke Oldfield vertrokken.", "nl", "name-added", "Marieke"),
    ("Bà Oldfield đã rời đi.", "Hier soir, Julien Oldfield est parti.", "fr", "name-added", "Julien"),
    ("Bà Dunmore đã đến.", "เอเลนา ดันมอร์ มาถึงแล้ว", "th", "name-added", "เอเลนา"),
    # one person more, whom only an "and" parts from the original's
    ("Ông Peter Dunmore đã đến.", "แจ็ก ครอว์ลีย์และปีเตอร์ ดันมอร์ มาถึงแล้ว", "th", "name-added", "แจ็ก ครอว์ลีย์"),
    # a town far from all that the article names, though the sentence has a word for some place
    ("Đường ngập nước, Anna Kowalska nói.", "De weg staat onder water in Hamilton, zegt Anna Kowalska.", "nl",
     "name-added", "Hamilton"),
    # a name that is said once, and not here
    ("Một nhân chứng khác, Martha Oldfield, đã rời đi.", "Een andere getuige is vertrokken.", "nl", "name-missing", ""),
    # a relative of whom is named elsewhere
    ("Simon Oldfield đã mất.\nCô và Martha Oldfield đã đến.", "Simon Oldfield is overleden.\nZij is gekomen.", "nl",
     "name-missing", ""),
    # offices
    ("Phó Tổng thống John Abbott đã đến.", "President John Abbott is aangekomen.", "nl", "role-changed", "President"),
    ("Thủ tướng John Abbott đã đến.", "Le gouverneur John Abbott est arrivé.", "fr", "role-changed", "gouverneur"),
    ("Cựu Bộ trưởng John Abbott đã đến.", "Minister John Abbott is aangekomen.", "nl", "role-changed", "Minister"),
    ("Ông John Abbott đã đến.", "Mevrouw John Abbott is aangekomen.", "nl", "gender-changed", "Mevrouw"),
    ("Bà Joan Abbott đã đến.", "M. Joan Abbott est arrivée.", "fr", "gender-changed", "M."),
    # the sex is said where the person is first named
    ("Bà Joan Abbott đã đến.\nAbbott im lặng.", "Joan Abbott est arrivée.\nM. Abbott se tait.", "fr", "gender-changed",
     "M."),
    # occupations
    ("Y tá Joan Abbott đã đến.", "Rechter Joan Abbott is aangekomen.", "nl", "role-changed", "Rechter"),
    ("Nhà sử học John Abbott đã đến.", "L’économiste John Abbott est arrivé.", "fr", "role-changed", "économiste"),
    ("Trọng tài John Abbott đã đến.", "ผู้ช่วยผู้ตัดสิน จอห์น แอบบอตต์ มาถึงแล้ว", "th", "role-changed",
     "ผู้ช่วยผู้ตัดสิน"),
    # a letter put inside one word of a name
    ("Nhà thơ Elena Quintero đến sớm.", "Dichter Elena Quinteiro kwam vroeg.", "nl", "name-misspelt",
     "Elena Quinteiro"),
    # what each one's title is of changed heads
    ("Giám đốc Toyota Sato Kenji gặp Giám đốc Samsung Park Min-ho hôm qua.",
     "Samsung-directeur Sato Kenji ontmoette gisteren Toyota-directeur Park Min-ho.", "nl", "role-changed",
     "Sato Kenji"),
    ("Thống đốc Tokyo Koike Yuriko gặp Thống đốc Kanagawa Kuroiwa Yuji.",
     "La gouverneure de Kanagawa, Koike Yuriko, a rencontré le gouverneur de Tokyo, Kuroiwa Yuji.", "fr",
     "role-changed", "Koike Yuriko"),
    # countries that changed heads
    ("Ngoại trưởng Đức Karl Brandt và người đồng cấp Ba Lan Jan Nowak đã gặp nhau.",
     "De Poolse minister Karl Brandt en zijn Duitse collega Jan Nowak spraken elkaar.", "nl", "role-changed",
     "Karl Brandt"),
    # Vietnamese persons: another given name, another family, none, other marks; the villages they come from
    ("Ông Trần Văn Hùng đến sớm.", "Tran Van Minh kwam vroeg.", "nl", "name-changed", "Tran Van Minh"),
    ("Bà Nguyễn Thị Lan đến sớm.", "Mme Pham Thi Lan est arrivée tôt.", "fr", "name-changed", "Mme Pham Thi Lan"),
    ("Ca sĩ Phạm Minh Tuấn và diễn viên Lê Thu Hà đã đến.", "De zanger en actrice Le Thu Ha kwamen.", "nl",
     "name-missing", ""),
    ("Ông Lê Văn Thọ đến sớm.", "M. Lê Văn Thơ est arrivé tôt.", "fr", "name-misspelt", "Lê Văn Thơ"),
    ("Ông sống ở tỉnh Quảng Nam.", "Hij woont in de provincie Quang Ngai.", "nl", "name-changed", "Quang Ngai"),
    # an office of a body, after the name
    ("Anna Kowalska, Giám đốc Thương mại của Toyota, đã đến.", "Anna Kowalska, financieel directeur van Toyota, kwam.",
     "nl", "role-changed", "financieel directeur"),
    ("Anna Kowalska, Giám đốc Thương mại của Toyota đã đến.",
     "Anna Kowalska ผู้อำนวยการด้านการตลาดของ Toyota มาถึงแล้ว", "th", "role-changed", "ผู้อำนวยการด้านการตลาด"),
    # a person's last name with another end
    ("Theo Marta Belloni, giá đã tăng.", "Selon Marta Bellonti, les prix montent.", "fr", "name-misspelt",
     "Marta Bellonti"),
    # another family before a given name that was kept
    ("Ông Lưu Khai Minh đến sớm.", "Li Kaiming est arrivé tôt.", "fr", "name-changed", "Li Kaiming"),
    # the only town of a sentence, in a script without capitals
    ("Lễ ký diễn ra tại Amman.", "พิธีลงนามจัดขึ้นที่กรุงมัสกัต", "th", "name-changed", "มัสกัต"),
    # a given name with another consonant
    ("Ông Trần Văn Tiến đến sớm.", "เจิ่น วัน เตี๋ยว มาถึงแล้ว", "th", "name-misspelt", "เจิ่น วัน เตี๋ยว"),
    ("Bà Trương Quỳnh Mai đến sớm.", "เจือง กวิ่ญ ลาย มาถึงแล้ว", "th", "name-misspelt", "เจือง กวิ่ญ ลาย"),
    # a name in the middle that is a word of the dictionary by its letters
    ("Bà Lương Mỹ Duyên đến sớm.", "เลือง หมี เซือง มาถึงแล้ว", "th", "name-misspelt", "เลือง หมี เซือง"),
    # one letter off: at the head of a sentence, at the end of a name, in an acronym among other lost names
    ("Wolverton nói rằng ông sẽ đến.", "Wolveston zei dat hij komt.", "nl", "name-misspelt", "Wolveston"),
    ("Vụ việc xảy ra tại Wolverton.", "Het gebeurde in Wolverkon.", "nl", "name-misspelt", "Wolverkon"),
    ("Thông báo của FBI ở Riga và Oslo.", "Un avis du FBD aux deux villes.", "fr", "acronym-changed", "FBD"),
    # one of two, or one more than two
    ("Cửa hàng bán đồ của Honda và Skoda.", "De winkel verkoopt Skoda.", "nl", "name-missing", ""),
    ("Bolivia và Chile sẽ đàm phán.", "Bolivia en Chili en Peru praten.", "nl", "name-added", "Peru"),
    # somebody greeted that nobody knows
    ("Ông Thọ nói.", "นายลัมกล่าว", "th", "name-changed", "ลัม"),
    # a word of no dictionary behind the word of its kind, and beside a name that has some of its sounds
    ("Nhà vua ở Cung điện Vredenholt.", "กษัตริย์ประทับที่พระราชวังโรเซนเดล", "th", "name-changed", "โรเซนเดล"),
    # one vowel
    ("Ông Hiroshi Takemoto đến sớm.", "ฮิโรชิ ทาเกมาโตะ มาถึงก่อนเวลา", "th", "name-misspelt", "ฮิโรชิ ทาเกมาโตะ"),
    ("Bà Marina Bartolini đến sớm.", "มารีโน บาร์โตลินี มาถึงก่อนเวลา", "th", "name-misspelt", "มารีโน บาร์โตลินี"),
    ("Ông Vasco Santarelli đến sớm.", "วัสโก ซันตาเรลโล มาถึงก่อนเวลา", "th", "name-misspelt", "วัสโก ซันตาเรลโล"),
]

QUIET = [
    # a side that the original says, and a part of a country that has a name
    ("Bà Anna Kowalska sống ở phía đông Marchwood.", "Anna Kowalska woont in Oost-Marchwood.", "nl"),
    ("Tàu qua Biển Ireland.", "Het schip van de Noord-Ierse rederij vaart over de Ierse Zee.", "nl"),
    # a given name that the article has elsewhere; what an office has charge of; a loan; a club's town
    ("Martha Oldfield đã đến.\nBà Oldfield im lặng.", "Martha Oldfield is er.\nGisteren zweeg Martha Oldfield.", "nl"),
    ("Thứ trưởng Thống nhất Peter Dunmore đã đến.", "Gisteren kwam viceminister van Hereniging Peter Dunmore.", "nl"),
    ("Nghị quyết 31-NQ/TW đã có.", "Le comité a adopté la Directive 31-NQ/TW.", "fr"),
    ("Nhà thiết kế Valentino đã đến.", "ดีไซดน์เนอร์ Valentino มาถึงแล้ว", "th"),
    ("Ông Dunmore khen Rangers.", "De heer Dunmore prijst Glasgow Rangers.", "nl"),
    # a town for a word that says no more than that one is meant; a currency's second word
    ("Cô lớn lên ở một thị trấn.", "Ze is opgegroeid in Hamilton.", "nl"),
    ("Nhà máy trị giá 9 tỷ bảng.", "L’usine vaut 9 milliards de livres Sterling.", "fr"),
    # two of one family
    ("Bà Joan Abbott và ông John Abbott đã đến.\nAbbott im lặng.",
     "Joan Abbott et John Abbott sont arrivés.\nM. Abbott se tait.", "fr"),
    # a party's adjective beside an office is no body
    ("Thống đốc John Abbott gặp Đảng Cộng hòa ở Boston.",
     "Le gouverneur républicain John Abbott a rencontré le Parti républicain à Boston.", "fr"),
    # a courtesy that says the sex
    ("Bà Joan Abbott đã đến.", "คุณนายโจน แอบบอตต์มาถึงแล้ว", "th"),
    # a word that a language has for any old hand, or for a head of a body
    ("Nghị sĩ John Abbott đã đến.", "Le vétéran John Abbott est arrivé.", "fr"),
    ("Giám đốc John Abbott đã đến.", "L’administrateur John Abbott est arrivé.", "fr"),
    # who keeps a shop
    ("Chủ tiệm bánh John Abbott đã đến.", "Eigenaar John Abbott is aangekomen.", "nl"),
    # a verb spelt like a role
    ("Tay golf John Abbott đánh hai bóng xuống hồ.", "John Abbott, qui a envoyé deux balles dans l’étang.", "fr"),
    # a town that the original means by a common noun, or by its country
    ("Các bác sĩ ở thủ đô nói rằng cần thời gian.", "De artsen in Edinburgh zeggen dat er tijd nodig is.", "nl"),
    ("Hôm qua, Pháp và Đức đã ký.", "Hier ont signé la France et l’Allemagne, à Berlin.", "fr"),
    # lists that have more members than names, and names that have an "and" inside
    ("Tàu ghé Leiden và thành phố cảng phía bắc.", "Het schip deed Leiden en Rostock aan.", "nl"),
    ("Tàu ghé thành phố cảng và Leiden.", "Le navire a fait escale à Leiden et Rostock.", "fr"),
    ("Liên minh CDU-Xanh đã thắng.", "De coalitie van CDU en Groenen won.", "nl"),
    ("Tàu ghé Bosnia và Herzegovina hôm qua.", "Le navire a fait escale en Bosnie.", "fr"),
    ("Tàu ghé Bosnia hôm qua.", "Het schip deed Bosnië en Herzegovina aan.", "nl"),
    ("Ông ấy gặp Dunmore và Kowalska.", "Hij sprak met Kowalska en haar collega.", "nl"),
    ("Ông Lê Văn Thọ đến sớm.", "M. Le Van Tho est arrivé tôt.", "fr"),
    ("Ông Trần Sỹ Hòa đến sớm.", "M. Trân Sy Hoà est arrivé tôt.", "fr"),
    ("Ông Thọ nói.", "นายเถาะกล่าว", "th"),
    ("Ông Hiroshi Takemoto đến sớm.", "ฮิโรชิ ทาเกะโมโต มาถึงก่อนเวลา", "th"),
    # an "&" that is read, letters that a name is short for, the number of a king, a coin that is a name as well
    ("Ông Lee Dong-min đến sớm.", "อี ดงมิน มาถึงก่อนเวลา", "th"),
    ("Ông Lim Dong-min đến sớm.", "อิม ดงมิน มาถึงก่อนเวลา", "th"),
    ("Hãng luật Harmon & Pike đã thắng kiện.", "สำนักงานกฎหมายฮาร์มอนแอนด์ไพค์ชนะคดี", "th"),
    ("Hãng Singapore Airlines đã hủy chuyến.", "สายการบินเอสไอเอยกเลิกเที่ยวบิน", "th"),
    ("Vua Karl XII qua đời năm đó.", "พระเจ้าคาร์ลที่ 12 สวรรคตในปีนั้น", "th"),
    ("Vé có giá 3 pence.", "ตั๋วราคา 3 เพนนี", "th"),
    # what lies in a region's name, what a name is with the word of its kind, and where a government sits
    ("Bão tràn vào hai bang Dakota.", "พายุเข้าสู่นอร์ทดาโคตาและเซาท์ดาโคตา", "th"),
    ("Bão tràn vào hai bang Dakota.", "De storm trok over North Dakota en South Dakota.", "nl"),
    ("Tàu mắc kẹt ở kênh đào Suez.", "เรือติดอยู่ในคลองสุเอซ", "th"),
    ("Phố Downing không trả lời.", "รัฐบาลอังกฤษไม่ตอบ", "th"),
    # a gloss in brackets, and titles
    ("Cơ quan Thời tiết (Weather Watch) đã cảnh báo.", "สำนักงานอุตุนิยมวิทยาเตือนแล้ว", "th"),
    ('Phim "The Keeper of Grey Harbour" đã thắng.', 'ภาพยนตร์ "คืนหนึ่งในท่าเรือเก่า" ชนะ', "th"),
    ("Bà Mai nói rằng mai sẽ về.", "Mevrouw Mai zei dat ze morgen terugkomt.", "nl"),
    ("Ông Lưu Khai Minh đến sớm.\nÔng Lưu nói.", "Liu Kaiming kwam vroeg.\nLiu sprak.", "nl"),
    ("Bí thư giới thiệu Nghị quyết 29-NQ/TW.", "Le secrétaire a présenté la Résolution 29-NQ/TW.", "fr"),
    ("Ông Peter Dunmore đến sớm.", "Dunmore kwam vroeg.", "nl"),
    ("Tổng thống Vladimir Putin đã đến.", "Le président Vladimir Poutine est arrivé.", "fr"),
    ("Chủ tịch UBND thành phố Lê Văn Hải phát biểu.", "De voorzitter van het Volkscomité, Le Van Hai, sprak.", "nl"),
    ("Chủ tịch UBND thành phố Lê Văn Hải phát biểu.", "Le président du Comité populaire Lê Van Hai a parlé.", "fr"),
    ("Hàn Quốc và Nhật Bản ký thỏa thuận.", "Zuid-Korea en Japan tekenen een akkoord.", "nl"),
    ("Các nhà khoa học Mỹ đến Bắc Kinh.", "Amerikaanse wetenschappers komen aan in Peking.", "nl"),
    ("Liên Hợp Quốc lên tiếng.", "L’ONU a réagi.", "fr"),
    ("Bà Merkel gặp ông Abbott.", "Angela Merkels bezoek aan Abbott.", "nl"),
    ("Ông đến từ hôm qua.", "Hij kwam gisteren aan.", "nl"),
    ("Ông Roman Gusarov và bà Mariya Belova đến sớm.", "Roman Goesarov en Maria Belova kwamen vroeg.", "nl"),
    ("Ông Roman Gusarov và bà Mariya Belova đến sớm.", "Roman Goussarov et Maria Belova sont arrivés tôt.", "fr"),
    ("Thủ hiến John Abbott đã đến.", "Le président de la région, John Abbott, est arrivé.", "fr"),
    ("Nhà nghiên cứu Joan Abbott đã đến.", "Epidemioloog Joan Abbott is aangekomen.", "nl"),
    ("Ngoại trưởng Đức Karl Brandt và người đồng cấp Ba Lan Jan Nowak đã gặp nhau.",
     "Jan Nowak, de Poolse minister, sprak met zijn Duitse collega Karl Brandt.", "nl"),
    ("Giám đốc Toyota Sato Kenji gặp Giám đốc Samsung Park Min-ho hôm qua.",
     "Toyota-directeur Sato Kenji ontmoette gisteren Samsung-directeur Park Min-ho.", "nl"),
    # every language's own acronyms, and short forms of cities
    ("Binh sĩ mắc chứng PTSD.", "De soldaten lijden aan PTSS.", "nl"),
    ("Binh sĩ mắc chứng PTSD.", "Les soldats souffrent de TSPT.", "fr"),
    ("Một NGO đã giúp họ.", "เอ็นจีโอแห่งหนึ่งช่วยพวกเขา", "th"),
    ("Vụ việc xảy ra ở NYC.", "C’est arrivé à New York.", "fr"),
    # capitals of a title, though it ends in a full stop, and words that are no person behind a title
    ("Số Người Chết Trong Sóng Thần Indonesia Lại Tăng Cao.", "Meer doden door de tsunami in Indonesië.", "nl"),
    ("Các cầu thủ Áo Xanh Da Trời đã thắng.", "De Sky Blues hebben gewonnen.", "nl"),
    # a league, and no office
    ("Các cầu thủ đã thắng ở giải Ngoại hạng Anh.", "De ploeg won in de Premier League.", "nl"),
    # a body by a part of its name, and what another name is called beside its own
    ("Ông dự Đại hội Thể thao châu Á.", "Il était aux Jeux d’Asie.", "fr"),
    ("Dơi Dunmore sống ở Vườn Wolverton.", "De vleermuis leeft in Wolverton Gardens.", "nl"),
    # a whole name as another language writes another script
    ("Ông Gulnora Rahimullaevic Saidova đến sớm.", "Goelnora Rahimoellajevitsj Sajdova kwam vroeg.", "nl"),
    ("Bà Lesia Tsuronko đến sớm.", "De Oekraïense Lesja Tsoeronko kwam vroeg.", "nl"),
    # a speaker of the article, named again
    ("Bà Anna Kowalska đến sớm.\nBà nói thêm.\nTrời mưa.\nMọi việc đều tốt, bà nói.",
     "Anna Kowalska est arrivée tôt.\nElle a ajouté.\nIl pleut.\nTout va bien, a dit Mme Kowalska.", "fr"),
    ("Thanh tra cảnh sát John Abbott đã đến.", "Le capitaine de police John Abbott est arrivé.", "fr"),
    # two titles before a name, which a place parts
    ("Con của cựu thống đốc Utah và ứng viên phó tổng thống Anna Kowalska đã đến.",
     "De zoon van Anna Kowalska, oud-gouverneur van Utah en kandidaat voor het vicepresidentschap, kwam gisteren.",
     "nl"),
    # a saint, shortened; a country in another language's clothes
    ("Buổi lễ ở St. Dunmore kết thúc.", "La cérémonie de Saint-Dunmore est finie.", "fr"),
    ("Việc này xảy ra ở Tunisia.", "C’est arrivé en Tunisie.", "fr"),
    # no pair of two names, but one
    ("Quân đội đã tới Bosnia và Herzegovina.", "Het leger trok naar Bosnië.", "nl"),
    ("Bang này có mặt ở cả 16 nghị viện bang của Đức.", "De partij zit nu in de zestien Länder.", "nl"),
]


@pytest.mark.parametrize(("original", "translation", "language", "code", "text"), FAULTS)
def test_faults(original: str, translation: str, language: str, code: str, text: str) -> None:
    assert (code, text) in found(original, translation, language)


@pytest.mark.parametrize("original, translation, code", [
    ("Ông thăm Bolivia và Chile.", "Hij bezocht Chile.", "name-missing"),
    ("Bolivia và Chile sẽ đàm phán.", "Bolivia, Chile en Peru gaan praten.", "name-added"),
    ("Tổng thống và bà Wilde cùng Anna Kowalska đến sớm.", "Wilde kwam vroeg met Anna Kowalska.", None),
])
def test_lists_in_decomposed_letters(original: str, translation: str, code: str | None) -> None:
    composed, decomposed = (found(unicodedata.normalize(form, original), translation, "nl") for form in ("NFC", "NFD"))
    assert composed == decomposed and [said for said, _ in decomposed] == [code] * bool(code)


@pytest.mark.parametrize(("original", "translation", "language"), QUIET)
def test_quiet(original: str, translation: str, language: str) -> None:
    assert found(original, translation, language) == []


@pytest.mark.parametrize(("original", "translation", "language", "lost", "there"), [
    # a Vietnamese for another, whose words other Vietnamese words have in plain letters, and a village for another
    ("Đội trưởng Lê Văn Bình đã ghi bàn.", "Aanvoerder Truong Xuan Lam van de ploeg scoorde.", "nl", "Lê Văn Bình",
     "Truong Xuan Lam"),
    ("Thuyền chìm ở huyện Tiên Lãng, có ba người.", "Le bateau a coulé dans le district de Co Ba.", "fr", "Tiên Lãng",
     "Co Ba"),
    # a European for a Vietnamese
    ("Giám đốc Phạm Thu Hằng từ chức.", "Directeur Ingrid Halvorsen stapt op.", "nl", "Phạm Thu Hằng",
     "Ingrid Halvorsen"),
    # a province that the gazetteers know for a place that they do not, and a region whose name has a country's inside
    ("Bão đổ bộ vào tỉnh Quảng Ninh sáng nay.", "Le typhon a touché la province de Tan Thanh Dong.", "fr",
     "Quảng Ninh", "Tan Thanh Dong"),
    ("Mưa lớn ở Mexico hôm qua.", "Il a beaucoup plu au Nouveau-Mexique.", "fr", "Mexico", "Nouveau-Mexique"),
    # a known place at the head of a sentence, where every word has a capital
    ("Tại Lyon, trời mưa to.", "Marseille kreeg veel regen.", "nl", "Lyon", "Marseille"),
    # a country whose name stands inside another's, and a body with the same adjective
    ("Đoàn đã tới Triều Tiên hôm qua.", "La délégation est arrivée hier en Corée du Sud.", "fr", "Triều Tiên",
     "Corée du Sud"),
    ("Đoàn đã tới Triều Tiên hôm qua.", "คณะเดินทางถึงเกาหลีใต้เมื่อวานนี้", "th", "Triều Tiên", "เกาหลีใต้"),
    ("Ủy ban châu Âu phản đối.", "Het Europees Parlement is tegen.", "nl", "Ủy ban châu Âu", "Europees Parlement"),
    # a company that has its sort in common with the lost one, which is no short form of it and no slip
    ("Máy bay của hãng Falcon Airlines đã hạ cánh.", "Het toestel van Granite Air Lines is geland.", "nl",
     "Falcon Airlines", "Granite Air Lines"),
    ("Hãng Falcon Pictures làm phim này.", "Ce film est de Granite Picture Studios.", "fr", "Falcon Pictures",
     "Granite Picture Studios"),
])
def test_another_name_that_the_links_lead_to(original: str, translation: str, language: str, lost: str,
                                             there: str) -> None:
    assert ("name-changed", there) in found(original, translation, language, [(lost, there)])


def test_a_chinese_name_read_in_the_vietnamese_way_is_no_other() -> None:
    assert not found("Tỷ phú Mã Hóa Đằng từ chức.", "Miljardair Pony Ma stapt op.", "nl", [("Mã Hóa Đằng", "Pony Ma")])


def test_a_common_word_is_no_part_of_a_name() -> None:
    """The second word of so many Vietnamese names is a Dutch preposition, which stands in every sentence."""
    made = pair("Ông Lê Văn Bình đã đến.", "De burgemeester van de stad kwam.", "nl")
    [mention] = made.mentions
    assert mention.written is None


def test_a_row_of_common_words_is_no_name_beside() -> None:
    made = pair("Họ đến từ tỉnh Đồng Nai.\nTrời mưa.", "พวกเขามาแล้ว\nฝนตกแห่งในเมือง", "th")
    [mention] = made.mentions
    assert mention.near is None


def test_a_linked_stranger_takes_a_names_place() -> None:
    links = [("Wolverton", "Northwich")]
    said = found("Thành phố Wolverton tổ chức lễ hội.", "De stad Northwich houdt een feest.", "nl", links)
    assert said == [("name-changed", "Northwich")]


def test_a_region_that_is_a_word_of_anothers_name() -> None:
    links = [("New Mexico", "Mexico")]
    assert found("Ông sống ở New Mexico.", "Hij woont in Mexico.", "nl", links) == [("name-changed", "Mexico")]


@pytest.mark.parametrize(("original", "translation", "language"), [
    ("Đoàn đã tới Triều Tiên.", "La délégation est arrivée en Corée du Nord.", "fr"),
    ("Chiến tranh Triều Tiên đã kết thúc.", "La guerre de Corée a pris fin.", "fr"),
    ("Liên minh châu Âu phản đối.", "De Europese Commissie is tegen.", "nl"),
    ("Họ vô địch World Series hai lần.", "Ils ont gagné deux fois la Série mondiale.", "fr"),
    ("Nghị viện châu Âu phản đối.", "Le Parlement européen est contre.", "fr"),
])
def test_a_name_inside_its_own_longer_one(original: str, translation: str, language: str) -> None:
    assert not found(original, translation, language)


def test_a_province_for_its_sister() -> None:
    assert found("Ông sống ở tỉnh Vân Nam.", "Hij woont in Hunan.", "nl") == [("name-changed", "Hunan")]


def test_a_region_whose_name_holds_the_lost_one() -> None:
    said = found("Ông sống ở Triều Tiên.", "Hij woont in Zuid-Korea.", "nl", [("Triều Tiên", "Zuid-Korea")])
    assert said == [("name-changed", "Zuid-Korea")]
    assert found("Ông sống ở Triều Tiên.", "Hij woont in Noord-Korea.", "nl") == []
    assert found("Ông sống ở Hà Lan.", "Hij woont in Holland.", "nl") == []


def test_one_consonant_of_a_name_heard_in_thai() -> None:
    original, links = "Bà Maureen Hartley đến sớm.", [("Maureen Hartley", "ฮาร์ต")]
    assert found(original, "มอรีน ฮาร์ตนีย์ มาถึงก่อนเวลา", "th", links) == [("name-misspelt", "มอรีน ฮาร์ตนีย์")]
    assert found(original, "มอรีน ฮาร์ตลีย์ มาถึงก่อนเวลา", "th", links) == []
    assert found(original, "โมรีน ฮาร์ตลี มาถึงก่อนเวลา", "th", links) == []


def test_one_consonant_of_a_longer_name_of_one_word() -> None:
    for spelling, said in (("เพมเบอร์กัน", ["name-misspelt"]), ("เพมเบอร์ตัน", [])):
        original, links = "Pemberton đến sớm.", [("Pemberton", spelling)]
        assert [code for code, _ in found(original, f"{spelling} มาถึงก่อนเวลา", "th", links)] == said


def test_other_letters_read_out_in_thai() -> None:
    original = "Theo nhà phân tích của IDC, giá sẽ tăng."
    assert found(original, "นักวิเคราะห์ของไอดีเอกล่าวว่าราคาจะขึ้น", "th") == [("acronym-changed", "ไอดีเอ")]
    assert found(original, "นักวิเคราะห์ของไอดีซีกล่าวว่าราคาจะขึ้น", "th") == []
    assert found(original, "นักวิเคราะห์ของบริษัทวิจัยกล่าวว่าราคาจะขึ้น", "th") == []


@pytest.mark.parametrize("added", ["และทาโร โคโนะ ", "และนายทาโร โคโนะ ", "นายกรัฐมนตรี และทาโร โคโนะ "])
def test_a_person_whom_an_and_adds_in_thai(added: str) -> None:
    original = "Thủ tướng Peter Halvorsen đã đến Oslo."
    said = found(original, f"ปีเตอร์ ฮัลวอร์เซน {added}เดินทางถึงออสโล", "th")
    assert said == [("name-added", "ทาโร โคโนะ")]
    assert found(original, "ปีเตอร์ ฮัลวอร์เซน นายกรัฐมนตรี เดินทางถึงออสโล", "th") == []


def test_the_last_of_a_list_with_a_comma_behind() -> None:
    original = "Hồ giáp Tanzania, Uganda và Kenya, nơi có nhiều đảo."
    said = [(d.code, d.original and d.original.value) for d in names.check(pair(
        original, "Het meer grenst aan Tanzania en Oeganda, waar veel eilanden zijn.", "nl"))
        if isinstance(d, Discrepancy) and not d.advisory]
    assert said == [("name-missing", "place:Kenya")]


def test_a_company_that_the_gazetteers_know_for_one_that_they_do_not() -> None:
    links = [("Wolverton", "มิตซูบิชิ")]
    said = found("Nhà thầu Wolverton sẽ xây cầu.", "ผู้รับเหมามิตซูบิชิจะสร้างสะพาน", "th", links)
    assert said == [("name-changed", "มิตซูบิชิ")]


def test_what_a_version_always_says_is_its_rendering() -> None:
    original = "Công nghệ AI phát triển.\nNgười ta dùng AI ở khắp nơi."
    translation = "La technologie IA progresse.\nOn utilise l’IA partout."
    assert found(original, translation, "fr", [("AI", "IA")]) == []


def test_a_pronoun_takes_up_a_known_name() -> None:
    original = "Ông Peter Dunmore đến sớm.\nPeter Dunmore rất vui."
    assert found(original, "Peter Dunmore kwam vroeg.\nHij was erg blij.", "nl") == []


def test_a_body_that_is_not_theirs() -> None:
    original = "Chủ tịch UBND thành phố Lê Văn Hải gặp Chủ tịch VCCI Trần Quang Minh."
    translation = "VCCI-voorzitter Tran Quang Minh ontving voorzitter VCCI Le Van Hai."
    assert ("role-changed", "voorzitter VCCI") in found(original, translation, "nl")


def test_thai_names_by_ear_and_by_gazetteer() -> None:
    assert found("Ông John Abbott đến Seoul.", "นายจอห์น แอ็บบอตต์ เดินทางถึงกรุงโซล", "th") == []
    said = found("Ông đến Iran hôm qua.", "เขาเดินทางถึงอิรักเมื่อวานนี้", "th", [("Iran", "อิรัก")])
    assert said == [("name-changed", "อิรัก")]


def test_latin_once_and_thai_afterwards_is_inconsistent() -> None:
    original = "Ông Tanaka Kenji đến.\nÔng Tanaka Kenji nói."
    translation = "นาย Tanaka Kenji มาถึง\nนายทานากะ เคนจิ กล่าว"
    made = pair(original, translation, "th")
    (said,) = consistency.check(made)
    assert said.code == "name-inconsistent" and said.original is None and len(said.related) == 1


def test_an_acronym_is_consistent_with_what_it_shortens() -> None:
    made = pair("Trường NMA đóng cửa.\nTrường NMA im lặng.", "De Nordic Music Academy sluit.\nDe NMA zwijgt.", "nl")
    assert list(consistency.check(made)) == []


def test_short_forms_are_consistent() -> None:
    made = pair("Ông Peter Dunmore đến.\nÔng Dunmore nói.", "Peter Dunmore kwam.\nDunmore sprak.", "nl")
    assert list(consistency.check(made)) == []


def test_the_ledger_counts_and_places() -> None:
    made = pair("Ông Peter Dunmore đến.\nÔng Dunmore nói.", "Peter Dunmore kwam.\nDunmore sprak.", "nl")
    (name,) = as_dicts(merged([entries(made)]))
    assert (name["original"], name["type"]) == ("Peter Dunmore", "person")
    renderings = [(r["text"], r["count"], r["lines"]) for r in name["renderings"]]
    assert renderings == [("Peter Dunmore", 1, [1]), ("Dunmore", 1, [2])]


def test_nothing_is_said_of_an_unrelated_version() -> None:
    made = pair("Ông Peter Dunmore đến.", "Anna Kowalska kwam.", "nl", relation="unrelated")
    assert [d for check in (*CHECKS, approved.check) for d in check(made)] == []
