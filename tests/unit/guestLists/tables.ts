import type { GuestList } from './guestList.ts'

export const TABLES: readonly GuestList[] = [
  {
    kind: 'table',
    text: '姓名 职务 电话\n林 芳 经理 13800000000\n张三 总监 13800000001',
    guests: ['name=林芳|title=经理|phone=13800000000', 'name=张三|title=总监|phone=13800000001'],
    passed: 0,
  },
  {
    kind: 'table',
    text: '| 姓名 | 单位 | 职务 |\n|---|---|---|\n| 张三 | 甲公司 | 经理 |',
    guests: ['name=张三|title=经理|organization=甲公司'],
    passed: 0,
  },
  {
    kind: 'table',
    text: '中文姓名,英文姓名,称谓,职务,部门,手机,办公电话,航班号,抵达时间,返程航班,证件号码,房型,备注\n张伟,Zhang Wei,先生,总监,市场部,13800000001,021-58881234转8001,MU5101,2026-12-01 09:30,MU5102,110101199003077758,大床房,素食\n李娜,Li Na,女士,经理,研发部,13800000002,,,9:30,,E12345678,标间,不吃香菜',
    guests: [
      'name=张伟|latinName=Zhang Wei|title=总监|gender=male|phone=13800000001|diet=素食|notes=部门：市场部；办公电话：021-58881234转8001；房型：大床房；素食|arrivalNumber=MU5101|arrivalAt=2026-12-01T09:30|departureNumber=MU5102|?idLeftOut',
      'name=李娜|latinName=Li Na|title=经理|gender=female|phone=13800000002|diet=不吃香菜|notes=部门：研发部；抵达时间：9:30；房型：标间；不吃香菜|?momentDoubtful,idLeftOut',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: 'Title,First Name,Last Name,Job Title,Company,Nationality,Dietary\nMr,John,Smith,CEO,Acme Inc.,USA,none\nMs,María,García López,Engineer,Iberia S.A.,Spain,vegan',
    guests: [
      'name=John Smith|title=CEO|organization=Acme Inc.|gender=male|notes=Nationality: USA',
      'name=María García López|title=Engineer|organization=Iberia S.A.|gender=female|diet=vegan|notes=Nationality: Spain',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名/职务\t单位/部门\t联系方式\n张三/总经理\t甲科技公司/市场部\t13800000000\n李四 经理\t乙集团 研发中心\t021-58881234',
    guests: [
      'name=张三|title=总经理|organization=甲科技公司|phone=13800000000|notes=部门：市场部',
      'name=李四|title=经理|organization=乙集团|phone=02158881234|notes=部门：研发中心',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '单位及职务\t姓名\t性别\n华东重工集团 副总经理\t张三\t男\n市发改委主任\t李四\t女',
    guests: [
      'name=张三|title=副总经理|organization=华东重工集团|gender=male',
      'name=李四|title=主任|organization=市发改委|gender=female',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '客户姓名\t客户职务\t客户单位\t客户电话\n例：张三\t总经理\t某某公司\t13800000000\n王五\t董事\t甲公司\t13900000000\n小计\t\t1人\t\n填表人：李四\t日期：2026-11-01',
    guests: ['name=王五|title=董事|organization=甲公司|phone=13900000000'],
    passed: 3,
  },
  {
    kind: 'table',
    text: '姓名\t张三\t性别\t男\n单位\t甲公司\t职务\t经理\n电话\t13800000000\t民族\t汉族\n备注\t对海鲜过敏',
    guests: [
      'name=张三|title=经理|organization=甲公司|gender=male|phone=13800000000|diet=对海鲜过敏|ethnicity=汉族|notes=对海鲜过敏',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '甲公司（2人）\n姓名\t职务\n张三\t经理\n李四\t主管\n\n乙公司\n姓名\t电话\n王五\t13800000003',
    guests: [
      'name=张三|title=经理|organization=甲公司',
      'name=李四|title=主管|organization=甲公司',
      'name=王五|organization=乙公司|phone=13800000003',
    ],
    passed: 2,
  },
  {
    kind: 'table',
    text: '姓名\t单位\t职务\n张三\t甲公司\t经理\n李四\t\t主管\n王五\t\t助理\n赵六\t乙公司\t经理\n钱七\t\t助理',
    guests: [
      'name=张三|title=经理|organization=甲公司',
      'name=李四|title=主管|organization=甲公司|?organizationAbove',
      'name=王五|title=助理|organization=甲公司|?organizationAbove',
      'name=赵六|title=经理|organization=乙公司',
      'name=钱七|title=助理|organization=乙公司|?organizationAbove',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓 名\t職務\t單位\t聯絡電話\n陳大文\t經理\t台灣電子股份有限公司\t+886 912 345 678\n林志玲\t副總經理\t香港商會\t+852 2345 6789',
    guests: [
      'name=陳大文|title=經理|organization=台灣電子股份有限公司|phone=+886912345678',
      'name=林志玲|title=副總經理|organization=香港商會|phone=+85223456789',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '来宾姓名\t来宾单位\t来宾职务\t联系电话\t备注\n陈志强\t江苏恒力机械有限公司\t总经理\t13912345678\t素食\n吴晓红\t江苏恒力机械有限公司\t财务总监\t13912345679',
    guests: [
      'name=陈志强|title=总经理|organization=江苏恒力机械有限公司|phone=13912345678|diet=素食|notes=素食',
      'name=吴晓红|title=财务总监|organization=江苏恒力机械有限公司|phone=13912345679',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '序号\t参会人员\t性别\t民族\t职务/职称\t手机号码\t身份证号码\t是否住宿\t车牌号\n1\t刘建军\t男\t汉\t处长\t13500000001\t320102197001011234\t是\t苏A12345\n2\t马晓燕\t女\t回族\t副处长\t13500000002\t320102198001011228\t否',
    guests: [
      'name=刘建军|title=处长|gender=male|phone=13500000001|ethnicity=汉|notes=是否住宿：是；车牌号：苏A12345|?idLeftOut',
      'name=马晓燕|title=副处长|gender=female|phone=13500000002|ethnicity=回族|notes=是否住宿：否|?idLeftOut',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: 'No.\tName\tOrganisation\tPosition\tE-mail\tMobile\tDietary requirements\n1\tEmma Johnson\tUniversity of Leeds\tDean of Engineering\te.johnson@leeds.ac.uk\t+44 7700 900456\tGluten-free\n2\tOliver Brown\tUniversity of Leeds\tLecturer\to.brown@leeds.ac.uk\t\tNone',
    guests: [
      'name=Emma Johnson|title=Dean of Engineering|organization=University of Leeds|phone=+447700900456|email=e.johnson@leeds.ac.uk|diet=Gluten-free',
      'name=Oliver Brown|title=Lecturer|organization=University of Leeds|email=o.brown@leeds.ac.uk',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: 'Surname\tGiven name\tPassport No.\tNationality\tArrival flight\tArrival date\nDUBOIS\tMarie\t12AB34567\tFrench\tAF112\t2026-12-02 06:40\nMARTIN\tPaul\t14CD56789\tFrench\tAF112',
    guests: [
      'name=Marie DUBOIS|notes=Nationality: French|arrivalNumber=AF112|arrivalAt=2026-12-02T06:40|?idLeftOut',
      'name=Paul MARTIN|notes=Nationality: French|arrivalNumber=AF112|?idLeftOut',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名,性别,手机,座机\n周涛,男,13700000000,0512-66668888\n郑敏,女,,0512-66668889-8012',
    guests: [
      'name=周涛|gender=male|phone=13700000000|notes=座机：0512-66668888',
      'name=郑敏|gender=female|notes=座机：0512-66668889-8012',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '部门/职务,姓名,电话\n技术部/总监,黄磊,13600000001\n采购部 经理,杨柳,13600000002',
    guests: [
      'name=黄磊|title=总监|phone=13600000001|notes=部门：技术部',
      'name=杨柳|title=经理|phone=13600000002|notes=部门：采购部',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名;单位;航班;时间;返程航班;时间\n高翔;蓝海集团;MU5137;2026-12-01 10:20;MU5138;2026-12-03 18:05',
    guests: [
      'name=高翔|organization=蓝海集团|arrivalNumber=MU5137|arrivalAt=2026-12-01T10:20|departureNumber=MU5138|departureAt=2026-12-03T18:05',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名\t职务\t到达时间\n谢军\t局长\t12月3日 9:30\n罗兰\t科长\t12-03 14:05\n宋江\t科员\t下午3点',
    guests: [
      'name=谢军|title=局长|arrivalAt=2026-12-03T09:30',
      'name=罗兰|title=科长|arrivalAt=2026-12-03T14:05',
      'name=宋江|title=科员|notes=到达时间：下午3点|?momentDoubtful',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '团长\t姓名\t单位\n√\t何平\t东方集团\n\t许静\t东方集团',
    guests: ['name=何平|organization=东方集团|isHead', 'name=许静|organization=东方集团'],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名\t单位\t职务\t姓名\t单位\t职务\n唐勇\t甲集团\t经理\t韩梅\t乙集团\t主管',
    guests: ['name=唐勇|title=经理|organization=甲集团', 'name=韩梅|title=主管|organization=乙集团'],
    passed: 0,
  },
  {
    kind: 'table',
    text: '示例\t张三\t某公司\t经理\n姓名\t单位\t职务\n（示例）李四\t某公司\t经理\n曹阳\t真公司\t经理',
    guests: ['name=曹阳|title=经理|organization=真公司'],
    passed: 2,
  },
  {
    kind: 'table',
    text: '姓名\t职务\t饮食\t健康\n邓超\t经理\t不吃辣，不吃羊肉\t高血压\n苏珊\t主管\t清真',
    guests: ['name=邓超|title=经理|diet=不吃辣,不吃羊肉|health=高血压', 'name=苏珊|title=主管|diet=清真'],
    passed: 0,
  },
  {
    kind: 'table',
    text: '名单\n单位：长江实业集团\n姓名\t职务\t手机\n袁野\t副总裁\t13312345678\n于洋\t秘书\t13312345679\n注：请协助安排接站\n联系人：于洋 13312345679',
    guests: [
      'name=袁野|title=副总裁|organization=长江实业集团|phone=13312345678',
      'name=于洋|title=秘书|organization=长江实业集团|phone=13312345679',
    ],
    passed: 4,
  },
  {
    kind: 'table',
    text: '姓名\t\t电话\n江涛\t总经理\t13412345678\n白雪\t副总经理\t13412345679',
    guests: ['name=江涛|title=总经理|phone=13412345678', 'name=白雪|title=副总经理|phone=13412345679'],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名\t电话\t职务\n总经理\t13412345678\t江涛\n副总经理\t13412345679\t白雪\n主任\t13412345670\t方圆',
    guests: [
      'name=江涛|title=总经理|phone=13412345678',
      'name=白雪|title=副总经理|phone=13412345679',
      'name=方圆|title=主任|phone=13412345670',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: 'Name\tTitle\tCompany\nMr. Kenji Tanaka\tManaging Director\tTanaka Seisakusho K.K.\nMs. Yuki Sato\tInterpreter',
    guests: [
      'name=Kenji Tanaka|title=Managing Director|organization=Tanaka Seisakusho K.K.|gender=male',
      'name=Yuki Sato|title=Interpreter|organization=Tanaka Seisakusho K.K.|gender=female|?organizationAbove',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: 'Full Name (English)\tChinese Name\tGender\tJob Title\tCompany Name\tContact No.\nChan Tai Man\t陳大文\tM\tSenior Manager\tHarbour Trading Ltd.\t+852 9123 4567\nWong Siu Ling\t黃小玲\tF\tAssistant Manager\tHarbour Trading Ltd.',
    guests: [
      'name=陳大文|latinName=Chan Tai Man|title=Senior Manager|organization=Harbour Trading Ltd.|gender=male|phone=+85291234567',
      'name=黃小玲|latinName=Wong Siu Ling|title=Assistant Manager|organization=Harbour Trading Ltd.|gender=female',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名、职务、单位、电话\n汪洋、主任、市卫健委、13212345678\n石磊、科长、市卫健委、13212345679',
    guests: [
      'name=汪洋|title=主任|organization=市卫健委|phone=13212345678',
      'name=石磊|title=科长|organization=市卫健委|phone=13212345679',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '贵宾姓名 | 职称 | 工作单位\n叶青 | 教授 | 复旦大学\n方舟 | 研究员 | 中国科学院',
    guests: ['name=叶青|title=教授|organization=复旦大学', 'name=方舟|title=研究员|organization=中国科学院'],
    passed: 0,
  },
  {
    kind: 'table',
    text: '人员\t职级\t住房要求\t身高\n孟飞\t处长\t大床房\t178\n尹航\t副处长\t双床房\t165',
    guests: [
      'name=孟飞|title=处长|notes=住房要求：大床房；身高：178',
      'name=尹航|title=副处长|notes=住房要求：双床房；身高：165',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名/Name,职务/Position,电话/Tel\n陆毅,总监,13900000011\n贾玲,经理,13900000012',
    guests: ['name=陆毅|title=总监|phone=13900000011', 'name=贾玲|title=经理|phone=13900000012'],
    passed: 0,
  },
  {
    kind: 'table',
    text: '参会单位\t参会代表\t参会代表职务\t联系人\t联系电话\n启明公司\t龙飞\t总工\t米雪\t13900000013\n启明公司\t万芳\t经理\t米雪\t13900000013',
    guests: [
      'name=龙飞|title=总工|organization=启明公司|phone=13900000013|notes=联系人：米雪',
      'name=万芳|title=经理|organization=启明公司|phone=13900000013|notes=联系人：米雪',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名\t单位部门\t民族\t宗教信仰\t语言\n阿孜古丽\t自治区商务厅外贸处\t维吾尔族\t伊斯兰教\t汉语\n扎西顿珠\t西藏旅游集团\t藏族\t佛教\t藏语',
    guests: [
      'name=阿孜古丽|organization=自治区商务厅外贸处|language=汉语|religion=伊斯兰教|ethnicity=维吾尔族',
      'name=扎西顿珠|organization=西藏旅游集团|language=藏语|religion=佛教|ethnicity=藏族',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: 'name;position;company;arrival flight;arrival time;departure flight;departure time\nPierre Martin;Directeur commercial;Airbus SAS;LH720;2026-12-01 11:30;LH721;2026-12-04 13:10',
    guests: [
      'name=Pierre Martin|title=Directeur commercial|organization=Airbus SAS|arrivalNumber=LH720|arrivalAt=2026-12-01T11:30|departureNumber=LH721|departureAt=2026-12-04T13:10',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名\t手机\t备注\n方中信\t13900000021/13900000022\t\n邱淑贞\t+86 139-0000-0023\t带队；清真',
    guests: [
      'name=方中信|phone=13900000021|notes=13900000022',
      'name=邱淑贞|phone=+8613900000023|diet=清真|notes=带队;清真|isHead',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '一、正式来宾\n姓名\t职务\n谭咏麟\t董事长\n二、工作人员\n姓名\t电话\n罗文\t13900000024',
    guests: ['name=谭咏麟|title=董事长', 'name=罗文|phone=13900000024'],
    passed: 2,
  },
  {
    kind: 'table',
    text: '中文名\t护照姓名\t护照号码\t出生日期\t国籍\n林青霞\tLIN QINGXIA\tE11223344\t1990-01-01\t中国',
    guests: ['name=林青霞|latinName=LIN QINGXIA|notes=出生日期：1990-01-01；国籍：中国|?idLeftOut'],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名\t职务\t到达航班及时间\t返程航班及时间\n黎明\t总裁\tMU5101 12月1日 10:20\tMU5102 12月3日 18:00',
    guests: [
      'name=黎明|title=总裁|arrivalNumber=MU5101|arrivalAt=2026-12-01T10:20|departureNumber=MU5102|departureAt=2026-12-03T18:00',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '序\t姓名\t称呼\t公司\n1\tRobert Fischer\tHerr\tFischer AG\n2\tSabine Wolf\tFrau\tFischer AG',
    guests: [
      'name=Robert Fischer|organization=Fischer AG|gender=male',
      'name=Sabine Wolf|organization=Fischer AG|gender=female',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名\t职务\t单位\n张国立（团长）\t主席\t中国曲艺协会\n岳红★\t副主席\t中国曲艺协会\n小计：2人\t\t\n黄宏\t书记\t解放军艺术学院\n合计：3人',
    guests: [
      'name=张国立|title=主席|organization=中国曲艺协会|isHead',
      'name=岳红|title=副主席|organization=中国曲艺协会',
      'name=黄宏|title=书记|organization=解放军艺术学院',
    ],
    passed: 2,
  },
  {
    kind: 'table',
    text: '姓名职务\t单位\t手机\n葛优 董事长\t华影集团\t13900000031\n徐帆总经理\t华影集团\t13900000032',
    guests: [
      'name=葛优|title=董事长|organization=华影集团|phone=13900000031',
      'name=徐帆|title=总经理|organization=华影集团|phone=13900000032',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '客户\t电话\t车牌号\t是否用餐\n陈道明\t13900000033\t京A·12345\t是\n斯琴高娃\t13900000034\t\t否',
    guests: [
      'name=陈道明|phone=13900000033|notes=车牌号：京A·12345；是否用餐：是',
      'name=斯琴高娃|phone=13900000034|notes=是否用餐：否',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: 'Family Name\tFirst Name\tPrefix\tOrganization\tSpecial requirements\nNakamura\tHiroshi\tMr.\tSony Group\twheelchair access\nIto\tNaomi\tMs.\tSony Group',
    guests: [
      'name=Hiroshi Nakamura|organization=Sony Group|gender=male|notes=wheelchair access',
      'name=Naomi Ito|organization=Sony Group|gender=female',
    ],
    passed: 0,
  },
  {
    kind: 'table',
    text: '姓名,职务\n"吕良伟\n(领队)",总经理\n狄龙,顾问',
    guests: ['title=总经理|isHead|?nameMissing', 'name=狄龙|title=顾问'],
    passed: 1,
  },
  {
    kind: 'turned',
    text: '姓名\t钱进\t尤佳\n职务\t总监\t经理\n电话\t13112345678\t13112345679\n饮食\t素食\t无',
    guests: ['name=钱进|title=总监|phone=13112345678|diet=素食', 'name=尤佳|title=经理|phone=13112345679'],
    passed: 0,
  },
  {
    kind: 'turned',
    text: 'Name\tLars Nilsson\tIngrid Berg\nCompany\tVolvo AB\tVolvo AB\nTitle\tCTO\tEngineer\nPhone\t+46 70 123 45 67\t+46 70 123 45 68',
    guests: [
      'name=Lars Nilsson|title=CTO|organization=Volvo AB|phone=+46701234567',
      'name=Ingrid Berg|title=Engineer|organization=Volvo AB|phone=+46701234568',
    ],
    passed: 0,
  },
  {
    kind: 'form',
    text: '姓名：\t孔明\t性别：\t男\n单位：\t诸葛科技有限公司\t职务：\t首席顾问\n手机：\t13012345678\t邮箱：\tkm@zhuge.cn',
    guests: ['name=孔明|title=首席顾问|organization=诸葛科技有限公司|gender=male|phone=13012345678|email=km@zhuge.cn'],
    passed: 0,
  },
  {
    kind: 'form',
    text: '姓名\t施一\t职务\t所长\t电话\t13012340001\n姓名\t施二\t职务\t研究员\t电话\t13012340002',
    guests: ['name=施一|title=所长|phone=13012340001', 'name=施二|title=研究员|phone=13012340002'],
    passed: 0,
  },
]
