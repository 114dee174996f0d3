import type { GuestList } from './guestList.ts'

export const LETTERS: readonly GuestList[] = [
  {
    kind: 'mail',
    text: 'Dear Ms. Wang,\n\nPlease find below our delegation:\n\n1. Dr. Anna Müller – Head of R&D – Siemens AG – +49 89 1234567\n2. Mr. Jean-Pierre Dupont, CFO, Renault S.A., no pork\n3. Ms Li Na (李娜), Interpreter\n\nBest regards,\nTom Smith\nRenault S.A.',
    guests: [
      'name=Anna Müller|title=Head of R&D|organization=Siemens AG|phone=+49891234567|notes=Salutation: Dr.',
      'name=Jean-Pierre Dupont|title=CFO|organization=Renault S.A.|gender=male|diet=no pork',
      'name=李娜|latinName=Li Na|title=Interpreter|gender=female',
    ],
    passed: 5,
  },
  {
    kind: 'mail',
    text: '发件人: 臧克家 <zang@corp.cn>\n主题: 来访人员名单\n王经理，您好：\n附件为我司来访人员：\n1）计春华，总裁，素食\n2）伏明霞，副总裁\n此致\n敬礼\n臧克家\n科创集团 行政部\n2026年11月20日',
    guests: [
      'name=计春华|title=总裁|organization=科创集团|diet=素食|?shared',
      'name=伏明霞|title=副总裁|organization=科创集团|?shared',
    ],
    passed: 9,
  },
  {
    kind: 'mail',
    text: 'Hi Lily,\n\nWe will be three: Jack Ma (Chairman), Joe Tsai (Vice Chairman) and Daniel Zhang (CEO).\n\nThanks,\nAmy',
    guests: ['name=Jack Ma|title=Chairman', 'name=Joe Tsai|title=Vice Chairman', 'name=Daniel Zhang|title=CEO'],
    passed: 4,
  },
  {
    kind: 'mail',
    text: 'Dear colleagues,\nThe following guests will visit on 3 December:\n- H.E. Ambassador Carlos García, Embassy of Spain\n- Ms. Lucía Fernández, First Secretary, Embassy of Spain, no shellfish\nKind regards\nProtocol Office',
    guests: [
      'name=Carlos García|title=Ambassador|organization=Embassy of Spain|notes=Salutation: H.E.',
      'name=Lucía Fernández|title=First Secretary|organization=Embassy of Spain|gender=female|diet=no shellfish',
    ],
    passed: 4,
  },
  {
    kind: 'mail',
    text: "Guest: Mr. Thomas O'Brien\nTitle: Sales Director\nFlight: BA039 arriving 2026-12-02 09:35\n\nGuest: Mrs. Ann-Marie de Vries\nTitle: Buyer",
    guests: [
      "name=Thomas O'Brien|title=Sales Director|gender=male|arrivalNumber=BA039|arrivalAt=2026-12-02T09:35",
      'name=Ann-Marie de Vries|title=Buyer|gender=female',
    ],
    passed: 0,
  },
  {
    kind: 'mail',
    text: '尊敬的接待办：\n    兹有我局局长万梓良等3人前往贵公司考察，请予接洽。\n        市交通运输局\n        2026年11月25日',
    guests: [
      'name=万梓良|title=局长|organization=市交通运输局|notes=兹有我局；时间：2026年11月25日|?unread,countAsked,momentDoubtful',
    ],
    passed: 4,
  },
  {
    kind: 'mail',
    text: 'Good morning,\nPlease register Mr. David Miller (CFO) and Mrs. Helen Miller.\nPhone: +1 212 555 0199\nBest,\nKate',
    guests: ['name=David Miller|title=CFO|gender=male', 'name=Helen Miller|gender=female|phone=+12125550199'],
    passed: 4,
  },
  {
    kind: 'mail',
    text: 'From: Bob <bob@x.com>\nTo: Lily\nSubject: visitors\n\nVisitors:\nAlice Cooper, VP Sales, Globex Corporation\nBruce Wayne, Chairman, Wayne Enterprises',
    guests: [
      'name=Alice Cooper|title=VP Sales|organization=Globex Corporation',
      'name=Bruce Wayne|title=Chairman|organization=Wayne Enterprises',
    ],
    passed: 4,
  },
  {
    kind: 'card',
    text: '姓名：严凯\n单位：南京航空航天大学\n职务：副院长\n电话：13951234567\n饮食：忌海鲜、花生\n备注：需要轮椅',
    guests: ['name=严凯|title=副院长|organization=南京航空航天大学|phone=13951234567|diet=忌海鲜、花生|notes=需要轮椅'],
    passed: 0,
  },
  {
    kind: 'card',
    text: 'Name: Peter Schmidt\nCompany: Bosch GmbH\nPosition: Vice President\nMobile: +49 170 1234567\nEmail: peter.schmidt@bosch.com\nDietary: vegetarian',
    guests: [
      'name=Peter Schmidt|title=Vice President|organization=Bosch GmbH|phone=+491701234567|email=peter.schmidt@bosch.com|diet=vegetarian',
    ],
    passed: 0,
  },
  {
    kind: 'card',
    text: '华丰集团\n副总经理\n金鑫\n13812340000',
    guests: ['name=金鑫|title=副总经理|organization=华丰集团|phone=13812340000'],
    passed: 0,
  },
  {
    kind: 'card',
    text: '金鑫\n副总经理\n华丰集团有限公司\nTel: 021-66668888 ext. 123\nMobile: 138 1234 0000\njin@huafeng.com',
    guests: [
      'name=金鑫|title=副总经理|organization=华丰集团有限公司|phone=13812340000|email=jin@huafeng.com|notes=02166668888-123',
    ],
    passed: 0,
  },
  {
    kind: 'card',
    text: '【来宾一】\n姓名：戚薇\n职务：制片主任\n【来宾二】\n姓名：柏杨\n职务：记者',
    guests: ['name=戚薇|title=制片主任', 'name=柏杨|title=记者'],
    passed: 2,
  },
  {
    kind: 'card',
    text: '陈慧珊 (Flora Chan)\n香港电视广播有限公司 | 艺人\nM: +852 9876 5432\nE: flora@tvb.com.hk',
    guests: [
      'name=陈慧珊|latinName=Flora Chan|organization=香港电视广播有限公司|phone=+85298765432|email=flora@tvb.com.hk|notes=艺人|?unread',
    ],
    passed: 0,
  },
  {
    kind: 'card',
    text: '来宾：罗嘉良\n身份：团长\n房间：大床房\n航班：KA801 12月1日 9:40 到\n返程：KA802 12月3日 20:15',
    guests: [
      'name=罗嘉良|notes=房间：大床房|arrivalNumber=KA801|arrivalAt=2026-12-01T09:40|departureNumber=KA802|departureAt=2026-12-03T20:15|isHead',
    ],
    passed: 0,
  },
  {
    kind: 'card',
    text: 'Full name - John Doe\nJob title - Engineer\nCompany - Acme Ltd.',
    guests: ['name=John Doe|title=Engineer|organization=Acme Ltd.'],
    passed: 0,
  },
  {
    kind: 'card',
    text: '姓名 佘诗曼\n性别 女\n手机 13900000056',
    guests: ['name=佘诗曼|gender=female|phone=13900000056'],
    passed: 0,
  },
  {
    kind: 'government',
    text: '省发展和改革委员会副主任\t成龙\n省商务厅处长\t戴军\n市外事办公室主任\t谈笑',
    guests: [
      'name=成龙|title=副主任|organization=省发展和改革委员会',
      'name=戴军|title=处长|organization=省商务厅',
      'name=谈笑|title=主任|organization=市外事办公室',
    ],
    passed: 0,
  },
  {
    kind: 'government',
    text: '全国政协委员、某集团董事长宋丹丹\n中国贸促会副会长茅台',
    guests: [
      'name=宋丹丹|title=委员|organization=全国政协|notes=单位：某集团；职务：董事长',
      'name=茅台|title=副会长|organization=中国贸促会',
    ],
    passed: 0,
  },
  {
    kind: 'government',
    text: '庞龙，男，1970年3月出生，汉族，市教育局局长\n熊黛林，女，1980年5月出生，满族，市教育局办公室主任',
    guests: [
      'name=庞龙|title=局长|organization=市教育局|gender=male|ethnicity=汉族|notes=1970年3月出生|?unread',
      'name=熊黛林|title=主任|organization=市教育局办公室|gender=female|ethnicity=满族|notes=1980年5月出生|?unread',
    ],
    passed: 0,
  },
  {
    kind: 'government',
    text: '市政府办公厅：刘德华 副秘书长\n市委宣传部：周润发 副部长\n县农业农村局 郭富城 局长',
    guests: [
      'name=刘德华|title=副秘书长|organization=市政府办公厅',
      'name=周润发|title=副部长|organization=市委宣传部',
      'name=郭富城|title=局长|organization=县农业农村局',
    ],
    passed: 0,
  },
  {
    kind: 'government',
    text: '厅长、党组书记 姜文\n巡视员 冯巩',
    guests: ['name=姜文|title=厅长、党组书记', 'name=冯巩|title=巡视员'],
    passed: 0,
  },
  {
    kind: 'school',
    text: '祝枝山老师（带队） 13712340011\n学生：董洁、梁静、杜鹃',
    guests: ['name=祝枝山|title=老师|phone=13712340011|isHead', 'name=董洁|title=学生', 'name=梁静', 'name=杜鹃'],
    passed: 0,
  },
  {
    kind: 'school',
    text: '北京理工大学 机械与车辆学院 阮经天 教授\n北京理工大学 蓝天 博士生',
    guests: [
      'name=阮经天|title=教授|organization=北京理工大学|notes=单位：机械与车辆学院',
      'name=蓝天|title=博士生|organization=北京理工大学',
    ],
    passed: 0,
  },
  {
    kind: 'school',
    text: '附：来访师生名单（教师2人，学生2人）\n教师：朱媛媛、辛柏青\n学生：邓家佳、王传君',
    guests: ['name=朱媛媛|title=教师', 'name=辛柏青', 'name=邓家佳|title=学生', 'name=王传君'],
    passed: 1,
  },
  {
    kind: 'agency',
    text: '客人：纪晓岚 13912340000 大床房1间 12/1入住 12/3离店\n客人：舒淇 13912340001 双床房',
    guests: [
      'name=纪晓岚|phone=13912340000|notes=住宿：大床房1间；Time: 12/1；入住；Time: 12/3；离店|?momentDoubtful,unread',
      'name=舒淇|phone=13912340001|notes=住宿：双床房',
    ],
    passed: 0,
  },
  {
    kind: 'agency',
    text: '屈原/QU YUAN/男/13812340011\n项羽/XIANG YU/男/13812340012',
    guests: [
      'name=屈原|latinName=QU YUAN|gender=male|phone=13812340011',
      'name=项羽|latinName=XIANG YU|gender=male|phone=13812340012',
    ],
    passed: 0,
  },
  {
    kind: 'agency',
    text: 'MR SMITH/JOHN E12345678\nMS LEE/SUSAN E87654321',
    guests: ['name=JOHN SMITH|gender=male|?idLeftOut', 'name=SUSAN LEE|gender=female|?idLeftOut'],
    passed: 0,
  },
  {
    kind: 'agency',
    text: '团号：SH20261201\n领队：梁家辉 13900000061\n1 张曼玉 女 1970-01-01 E12345679\n2 刘嘉玲 女 1972-02-02 E12345680',
    guests: [
      'name=梁家辉|phone=13900000061|notes=团号：SH20261201|isHead',
      'name=张曼玉|gender=female|notes=Time: 1970-01-01|?momentDoubtful,idLeftOut',
      'name=刘嘉玲|gender=female|notes=Time: 1972-02-02|?momentDoubtful,idLeftOut',
    ],
    passed: 0,
  },
  {
    kind: 'agency',
    text: '梁朝伟 530102197001011234 单住\n王祖贤 530102197501011228 与钟楚红同住\n钟楚红 530102197601011226',
    guests: [
      'name=梁朝伟|notes=住宿：单住|?idLeftOut',
      'name=王祖贤|notes=住宿：与钟楚红同住|?idLeftOut',
      'name=钟楚红|?idLeftOut',
    ],
    passed: 0,
  },
  {
    kind: 'foreign',
    text: 'Søren Kierkegaard, Novo Nordisk A/S\nŁukasz Wiśniewski, PKN Orlen S.A.\nNguyễn Văn An, Vinamilk',
    guests: [
      'name=Søren Kierkegaard|organization=Novo Nordisk A/S',
      'name=Łukasz Wiśniewski|organization=PKN Orlen S.A.',
      'name=Nguyễn Văn An|notes=Vinamilk|?unread',
    ],
    passed: 0,
  },
  {
    kind: 'foreign',
    text: '田中太郎 部長 株式会社東芝\n鈴木花子 課長 株式会社東芝',
    guests: [
      'name=田中太郎|title=部長|organization=株式会社東芝',
      'name=鈴木花子|title=課長|organization=株式会社東芝',
    ],
    passed: 0,
  },
  {
    kind: 'foreign',
    text: 'Ahmed bin Rashid Al Maktoum – Minister of Industry – halal\nFatima Al-Zahra – Interpreter',
    guests: [
      'name=Ahmed bin Rashid Al Maktoum|title=Minister of Industry|diet=halal',
      'name=Fatima Al-Zahra|title=Interpreter',
    ],
    passed: 0,
  },
  {
    kind: 'foreign',
    text: '김철수 부장 삼성전자 +82 10 1234 5678',
    guests: ['name=김철수 부장 삼성전자|phone=+821012345678|?nameDoubtful'],
    passed: 0,
  },
  {
    kind: 'foreign',
    text: 'Mr José Álvarez de la Peña – CEO – Telefónica S.A. – lactose intolerant – arriving IB6870 on 2026-12-01 07:15',
    guests: [
      'name=José Álvarez de la Peña|title=CEO|organization=Telefónica S.A.|gender=male|diet=lactose intolerant|arrivalNumber=IB6870|arrivalAt=2026-12-01T07:15',
    ],
    passed: 0,
  },
  {
    kind: 'foreign',
    text: 'Dr. Priya Raghunathan; Professor of Physics; Indian Institute of Science; vegan\nRajesh Kumar; Student; Indian Institute of Science; Jain vegetarian',
    guests: [
      'name=Priya Raghunathan|title=Professor of Physics|organization=Indian Institute of Science|diet=vegan|notes=Salutation: Dr.',
      'name=Rajesh Kumar|title=Student|organization=Indian Institute of Science|notes=Jain vegetarian|?unread',
    ],
    passed: 0,
  },
  {
    kind: 'foreign',
    text: 'Иван Петров, Директор, Газпром',
    guests: ['name=Иван Петров|notes=Директор；Газпром|?unread'],
    passed: 0,
  },
]
