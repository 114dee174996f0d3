import type { GuestList } from './guestList.ts'

/** Lists of other hands and countries: chains of a chat, rooms, flights, cards, names in Latin letters. */
export const HANDS: readonly GuestList[] = [
  {
    kind: 'wechat jielong',
    text: '#接龙\n请12月8日参加参观的同事接龙\n\n1. 周海明 13811110001\n2. 吴桂芬 13811110002 不吃香菜\n3. 郑晓东（开车，苏E·6K888）\n4. 王雅丽',
    guests: [
      'name=周海明|phone=13811110001',
      'name=吴桂芬|phone=13811110002|diet=不吃香菜',
      'name=郑晓东|notes=开车；车牌：苏E·6K888|?unread',
      'name=王雅丽',
    ],
    passed: 2,
  },
  {
    kind: 'wechat jielong with dots',
    text: '【接龙】明天来访人员\n1.李文斌+总经理+素\n2.何玉兰+财务经理\n3.宋江涛+司机',
    guests: ['name=李文斌|title=总经理|diet=素', 'name=何玉兰|title=财务经理', 'name=宋江涛|title=司机'],
    passed: 1,
  },
  {
    kind: 'dingtalk export',
    text: '审批编号\t发起人\t来访人姓名\t来访人单位\t来访人职务\t来访人手机\t随行人数\n202611240001\t钱晓\t彭建国\t苏州东吴电缆\t总经理\t13912345001\t2\n202611240002\t钱晓\t高敏\t苏州东吴电缆\t采购经理\t13912345002\t0',
    guests: [
      'name=彭建国|title=总经理|organization=苏州东吴电缆|phone=13912345001|notes=审批编号：202611240001；发起人：钱晓；随行人数：2',
      'name=高敏|title=采购经理|organization=苏州东吴电缆|phone=13912345002|notes=审批编号：202611240002；发起人：钱晓；随行人数：0',
    ],
    passed: 0,
  },
  {
    kind: 'english mail with signature',
    text: "Hi Lily,\n\nAttending next Tuesday will be:\n- Peter Hughes, Managing Director\n- Sarah O'Connor, Quality Manager (coeliac)\n- Tom van der Berg, Engineer\n\nThanks,\nEmma Clarke\nPA to Peter Hughes\nHughes & Sons Ltd\n+44 161 496 0000",
    guests: [
      'name=Peter Hughes|title=Managing Director|organization=Hughes & Sons Ltd|?shared',
      "name=Sarah O'Connor|title=Quality Manager|organization=Hughes & Sons Ltd|diet=coeliac|?shared",
      'name=Tom van der Berg|title=Engineer|organization=Hughes & Sons Ltd|?shared',
    ],
    passed: 7,
  },
  {
    kind: 'japanese romaji',
    text: 'Delegation from Mikasa Electronics K.K.\n1. Mr. Hiroshi TANAKA, President\n2. Ms. Yuko SATO, Manager\n3. Mr. Kenji Watanabe, Engineer',
    guests: [
      'name=Hiroshi TANAKA|title=President|organization=Mikasa Electronics K.K.|gender=male',
      'name=Yuko SATO|title=Manager|organization=Mikasa Electronics K.K.|gender=female',
      'name=Kenji Watanabe|title=Engineer|organization=Mikasa Electronics K.K.|gender=male',
    ],
    passed: 1,
  },
  {
    kind: 'korean romanized',
    text: 'Name\tTitle\tMobile\nKim Min-jun\tDirector\t+82 10 1234 5678\nLee Seo-yeon\tManager\t+82 10 2345 6789\nPark Ji-hoo\tEngineer\t',
    guests: [
      'name=Kim Min-jun|title=Director|phone=+821012345678',
      'name=Lee Seo-yeon|title=Manager|phone=+821023456789',
      'name=Park Ji-hoo|title=Engineer',
    ],
    passed: 0,
  },
  {
    kind: 'russian latin',
    text: 'Guests:\nIvan Petrov - General Director - OOO Severstroy\nElena Smirnova - Interpreter\nDmitri Volkov - Chief Engineer - OOO Severstroy',
    guests: [
      'name=Ivan Petrov|title=General Director',
      'name=OOO Severstroy',
      'name=Elena Smirnova|title=Interpreter',
      'name=Dmitri Volkov|title=Chief Engineer',
      'name=OOO Severstroy|?duplicateInList',
    ],
    passed: 1,
  },
  {
    kind: 'arabic latin',
    text: '1) H.E. Khalid bin Saeed Al-Harbi, Chairman, halal\n2) Mr. Omar Abdel-Rahman, CFO, halal\n3) Dr. Layla Haddad, Advisor',
    guests: [
      'name=Khalid bin Saeed Al-Harbi|title=Chairman|diet=halal|notes=Salutation: H.E.',
      'name=Omar Abdel-Rahman|title=CFO|gender=male|diet=halal',
      'name=Layla Haddad|title=Advisor|notes=Salutation: Dr.',
    ],
    passed: 0,
  },
  {
    kind: 'rooming list',
    text: 'No.,Guest Name,Room Type,Check-in,Check-out,Remarks\n1,Wang Lei,Twin,2026-12-07,2026-12-09,sharing with Li Jun\n2,Li Jun,Twin,2026-12-07,2026-12-09,\n3,Anna Schulz,King,2026-12-07,2026-12-08,non-smoking',
    guests: [
      'name=Wang Lei|notes=Room Type: Twin；Check-in: 2026-12-07；Check-out: 2026-12-09；sharing with Li Jun',
      'name=Li Jun|notes=Room Type: Twin；Check-in: 2026-12-07；Check-out: 2026-12-09',
      'name=Anna Schulz|notes=Room Type: King；Check-in: 2026-12-07；Check-out: 2026-12-08；non-smoking',
    ],
    passed: 0,
  },
  {
    kind: 'rooming list chinese',
    text: '入住人姓名 房型 入住日期 退房日期 手机\n曹建波 大床房 12月7日 12月9日 13700010001\n谢婷婷 双床房 12月7日 12月9日 13700010002',
    guests: [
      'name=曹建波|phone=13700010001|notes=房型：大床房；入住日期：12月7日；退房日期：12月9日',
      'name=谢婷婷|phone=13700010002|notes=房型：双床房；入住日期：12月7日；退房日期：12月9日',
    ],
    passed: 0,
  },
  {
    kind: 'flight list',
    text: '姓名\t航班号\t起飞\t到达\t到达机场\n沈国强\tMU5102\t12-07 08:00\t12-07 10:20\t虹桥T2\n韩梅\tCZ3099\t12-07 13:00\t12-07 15:15\t浦东T1',
    guests: [
      'name=沈国强|notes=起飞：12-07 08:00|arrivalNumber=MU5102|arrivalPlace=虹桥T2|arrivalAt=2026-12-07T10:20',
      'name=韩梅|notes=起飞：12-07 13:00|arrivalNumber=CZ3099|arrivalPlace=浦东T1|arrivalAt=2026-12-07T15:15',
    ],
    passed: 0,
  },
  {
    kind: 'form of one person',
    text: '来访登记表\n姓名\t蒋大为\t性别\t男\n单位\t青岛海恒船舶有限公司\t职务\t技术总监\n手机\t13805320001\t邮箱\tjdw@haiheng.example\n饮食禁忌\t不吃羊肉\t民族\t汉族',
    guests: [
      'name=蒋大为|title=技术总监|organization=青岛海恒船舶有限公司|gender=male|phone=13805320001|email=jdw@haiheng.example|diet=不吃羊肉|ethnicity=汉族',
    ],
    passed: 1,
  },
  {
    kind: 'two tables side by side',
    text: '序号\t姓名\t手机\t序号\t姓名\t手机\n1\t冯志\t13800001001\t3\t蔡琳\t13800001003\n2\t潘勇\t13800001002\t4\t董洁\t13800001004',
    guests: [
      'name=冯志|phone=13800001001',
      'name=蔡琳|phone=13800001003',
      'name=潘勇|phone=13800001002',
      'name=董洁|phone=13800001004',
    ],
    passed: 0,
  },
  {
    kind: 'headcount by department',
    text: '各部门来访人数：\n生产部 3人：余建华、杜鹃、叶子\n质量部 2人：程思远、苏明\n合计 5人',
    guests: [
      'name=余建华|notes=部门：生产部；3人|?unread',
      'name=杜鹃|notes=部门：生产部',
      'name=叶子|notes=部门：生产部',
      'name=程思远|notes=部门：质量部；2人|?unread',
      'name=苏明|notes=部门：质量部',
    ],
    passed: 2,
  },
  {
    kind: 'taiwan',
    text: '貴賓名單\n1. 蔡志偉 董事長 台達精密股份有限公司 0933-111-222 素食\n2. 許雅涵 特助 台達精密股份有限公司 0933-111-333\n3. 賴建宏 處長 台達精密股份有限公司',
    guests: [
      'name=蔡志偉|title=董事長|organization=台達精密股份有限公司|phone=0933111222|diet=素食',
      'name=許雅涵|title=特助|organization=台達精密股份有限公司|phone=0933111333',
      'name=賴建宏|title=處長|organization=台達精密股份有限公司',
    ],
    passed: 1,
  },
  {
    kind: 'hong kong',
    text: '姓名\t職銜\t機構\t聯絡電話\n陳大文\t董事\t港華工程有限公司\t9123 4567\n李小玲\t助理經理\t港華工程有限公司\t6234 5678',
    guests: [
      'name=陳大文|title=董事|organization=港華工程有限公司|phone=91234567',
      'name=李小玲|title=助理經理|organization=港華工程有限公司|phone=62345678',
    ],
    passed: 0,
  },
  {
    kind: 'business card',
    text: '青岛海恒船舶有限公司\n蒋大为\n技术总监\n手机 138 0532 0001\n电话 0532-8888 0001\n邮箱 jdw@haiheng.example\n地址 青岛市市南区香港中路8号',
    guests: [
      'name=蒋大为|title=技术总监|organization=青岛海恒船舶有限公司|phone=13805320001|email=jdw@haiheng.example|notes=电话：0532-8888 0001；地址：地址 青岛市市南区香港中路8号',
    ],
    passed: 0,
  },
  {
    kind: 'space list women marked',
    text: '孙丽（女）、周强、吴芳（女）、郑凯',
    guests: ['name=孙丽|gender=female', 'name=周强', 'name=吴芳|gender=female', 'name=郑凯'],
    passed: 0,
  },
  {
    kind: 'titles with company in front',
    text: '中科院过程所研究员梁伟、副研究员唐静，北京化工大学教授许峰',
    guests: [
      'name=唐静|title=副研究员|notes=中科院过程所研究员梁伟|?unread',
      'name=许峰|title=教授|organization=北京化工大学',
    ],
    passed: 0,
  },
  {
    kind: 'train times',
    text: '罗敏 G105 12月7日14:23到南京南\n邹凯 G7 12月7日12:24到南京南',
    guests: [
      'name=罗敏|notes=到南京南|arrivalNumber=G105|arrivalAt=2026-12-07T14:23|?unread',
      'name=邹凯|notes=到南京南|arrivalNumber=G7|arrivalAt=2026-12-07T12:24|?unread',
    ],
    passed: 0,
  },
  {
    kind: 'return too',
    text: '姓名\t到达航班\t到达时间\t返程航班\t返程时间\n邓超凡\tCA1501\t2026-12-07 10:40\tCA1502\t2026-12-09 11:30',
    guests: [
      'name=邓超凡|arrivalNumber=CA1501|arrivalAt=2026-12-07T10:40|departureNumber=CA1502|departureAt=2026-12-09T11:30',
    ],
    passed: 0,
  },
  {
    kind: 'passport english',
    text: 'Full name | Passport No. | Nationality | Position\nMark Evans | 533401234 | British | Auditor\nLucy Bennett | GB7654321 | British | Analyst',
    guests: [
      'name=Mark Evans|title=Auditor|notes=Nationality: British|?idLeftOut',
      'name=Lucy Bennett|title=Analyst|notes=Nationality: British|?idLeftOut',
    ],
    passed: 0,
  },
  {
    kind: 'id in chat',
    text: '入厂报备：熊磊 身份证 320102199001011234 电话13900001111，车牌苏A12345',
    guests: ['name=熊磊|phone=13900001111|notes=车牌：苏A12345|?idLeftOut'],
    passed: 0,
  },
  {
    kind: 'greeting in same line',
    text: '领导好，我们这边来3位：汪涛总经理、秦岚主管、史进司机',
    guests: ['name=汪涛|title=总经理|notes=领导好|?unread', 'name=秦岚|title=主管', 'name=史进|title=司机'],
    passed: 0,
  },
  {
    kind: 'department lines',
    text: '技术部：\n  崔明 部长\n  任静 工程师\n市场部：\n  姜波 经理',
    guests: [
      'name=崔明|title=部长|notes=部门：技术部',
      'name=任静|title=工程师|notes=部门：技术部',
      'name=姜波|title=经理|notes=部门：市场部',
    ],
    passed: 2,
  },
  {
    kind: 'name email list',
    text: 'Zhang Wei <zhang.wei@acme.example>; Li Na <li.na@acme.example>; John Miller <john@acme.example>',
    guests: [
      'name=Zhang Wei|email=zhang.wei@acme.example',
      'name=Li Na|email=li.na@acme.example',
      'name=John Miller|email=john@acme.example',
    ],
    passed: 0,
  },
  {
    kind: 'german',
    text: 'Teilnehmerliste\nHerr Dr. Stefan Brandt, Geschäftsführer, Brandt Maschinenbau GmbH\nFrau Claudia Vogel, Leiterin Vertrieb, Brandt Maschinenbau GmbH, vegetarisch',
    guests: [
      'name=Stefan Brandt|title=Geschäftsführer|organization=Brandt Maschinenbau GmbH|gender=male|notes=Salutation: Dr.',
      'name=Claudia Vogel|title=Leiterin Vertrieb|organization=Brandt Maschinenbau GmbH|gender=female|diet=vegetarisch',
    ],
    passed: 1,
  },
  {
    kind: 'diet sentence',
    text: '来宾共4人：段刚、侯雪、龙飞、万红。其中侯雪吃素，龙飞是回民要清真。',
    guests: ['name=段刚', 'name=侯雪|diet=吃素|notes=龙飞是回民要清真|?unread', 'name=龙飞', 'name=万红'],
    passed: 2,
  },
  {
    kind: 'numbers 一、',
    text: '一、雷军华（组长）\n二、贺兰\n三、倪萍萍（女，满族）',
    guests: ['name=雷军华|title=组长', 'name=贺兰', 'name=倪萍萍|gender=female|ethnicity=满族'],
    passed: 0,
  },
  {
    kind: 'company brackets',
    text: '滕飞（江苏通达物流有限公司 总监 13700002222）\n殷桃（浙江四海商贸有限公司 经理 13700003333）',
    guests: [
      'name=滕飞|title=总监|organization=江苏通达物流有限公司|phone=13700002222',
      'name=殷桃|title=经理|organization=浙江四海商贸有限公司|phone=13700003333',
    ],
    passed: 0,
  },
  {
    kind: 'hospital visit health',
    text: '姓名,性别,年龄,职务,身体状况\n毕淑敏,女,62,名誉会长,膝盖不好需轮椅\n安宁,男,45,秘书,',
    guests: [
      'name=毕淑敏|title=名誉会长|gender=female|health=膝盖不好需轮椅|notes=年龄：62',
      'name=安宁|title=秘书|gender=male|notes=年龄：45',
    ],
    passed: 0,
  },
  {
    kind: 'vip first',
    text: '团长：庄严 副市长\n副团长：路遥 秘书长\n团员：祝福、娄烨、江山',
    guests: [
      'name=庄严|title=副市长|isHead',
      'name=路遥|title=秘书长|notes=身份：副团长',
      'name=祝福',
      'name=娄烨',
      'name=江山',
    ],
    passed: 0,
  },
  {
    kind: 'double surnames',
    text: '司马懿、上官婉、欧阳锋、诸葛亮、令狐冲',
    guests: ['name=司马懿', 'name=上官婉', 'name=欧阳锋', 'name=诸葛亮', 'name=令狐冲'],
    passed: 0,
  },
  {
    kind: 'English comma names',
    text: 'Attendees: Alice Brown (CEO), Bob Green (CTO), Carol White (vegetarian)',
    guests: ['name=Alice Brown|title=CEO', 'name=Bob Green|title=CTO', 'name=Carol White|diet=vegetarian'],
    passed: 0,
  },
  {
    kind: 'mixed script pairs',
    text: '张明（Ming Zhang）总经理 / 李华（Hua Li）翻译',
    guests: ['name=张明|latinName=Ming Zhang|title=总经理', 'name=李华|latinName=Hua Li|title=翻译'],
    passed: 0,
  },
  {
    kind: 'semicolon csv',
    text: '姓名;部门;职务;电话\n华云;研发中心;主任;0512-66668888\n麦田;质检部;副部长;13500005555',
    guests: [
      'name=华云|title=主任|phone=051266668888|notes=部门：研发中心',
      'name=麦田|title=副部长|phone=13500005555|notes=部门：质检部',
    ],
    passed: 0,
  },
  {
    kind: 'unknown columns',
    text: '姓名\t单位\t衣服尺码\t是否用餐\t分组\n金鑫\t天成集团\tXL\t是\tA组\n白雪\t天成集团\tM\t否\tB组',
    guests: [
      'name=金鑫|organization=天成集团|notes=衣服尺码：XL；是否用餐：是；分组：A组',
      'name=白雪|organization=天成集团|notes=衣服尺码：M；是否用餐：否；分组：B组',
    ],
    passed: 0,
  },
  {
    kind: 'ms mr table',
    text: 'Title,First Name,Last Name,Company\nMr,James,Cook,Harbor Shipping Inc.\nMs,Grace,Kelly,Harbor Shipping Inc.',
    guests: [
      'name=James Cook|organization=Harbor Shipping Inc.|gender=male',
      'name=Grace Kelly|organization=Harbor Shipping Inc.|gender=female',
    ],
    passed: 0,
  },
  {
    kind: 'bullets with emoji',
    text: '🔹方志远 副总裁 📞13300001111\n🔹石头 项目经理 📞13300002222\n🙏🙏',
    guests: ['name=方志远|title=副总裁|phone=13300001111', 'name=石头|title=项目经理|phone=13300002222'],
    passed: 0,
  },
  {
    kind: 'vehicle lines',
    text: '自驾两台车：\n沪A·12345 丁一 王二\n沪B·54321 张三',
    guests: ['name=丁一|notes=车牌：沪A·12345', 'name=王二', 'name=张三|notes=车牌：沪B·54321'],
    passed: 1,
  },
  {
    kind: 'turned',
    text: '姓名\t鲁迅\t茅盾\n职务\t主编\t编辑\n电话\t13100001111\t13100002222\n饮食\t清淡\t无',
    guests: ['name=鲁迅|title=主编|phone=13100001111|diet=清淡', 'name=茅盾|title=编辑|phone=13100002222'],
    passed: 0,
  },
  {
    kind: 'quotes table',
    text: '"姓名"\t"职务"\n"巴金"\t"名誉主席"\n"老舍"\t"顾问"',
    guests: ['name=巴金|title=名誉主席', 'name=老舍|title=顾问'],
    passed: 0,
  },
  {
    kind: 'letter to the firm, the contact comes too',
    text: '关于赴贵公司考察的函\n\n贵公司：\n为学习先进经验，我局拟于12月10日赴贵公司考察，人员名单如下：\n一、韩立新　市工业和信息化局党组书记、局长\n二、邱月华　市工业和信息化局副局长\n三、傅强　　市工业和信息化局技术改造科科长\n四、安然　　市工业和信息化局办公室四级主任科员\n联系人：安然，电话：0571-88886666转8012，13777770004\n请予接洽为盼。\n\n                    XX市工业和信息化局\n                    2026年11月20日',
    guests: [
      'name=韩立新|title=党组书记、局长|organization=市工业和信息化局',
      'name=邱月华|title=副局长|organization=市工业和信息化局',
      'name=傅强|title=科长|organization=市工业和信息化局|notes=部门：技术改造科',
      'name=安然|title=四级主任科员|organization=市工业和信息化局|phone=13777770004|notes=部门：办公室；057188886666-8012',
    ],
    passed: 7,
  },
  {
    kind: 'csv in quotes',
    text: '"Name","Company","Position","Phone","Remarks"\n"Tan, Wei Ming","Lion City Robotics Pte Ltd","Director, Sales","+65 9123 4567","no pork, no lard"\n"Nurul Aisyah binti Hassan","Lion City Robotics Pte Ltd","Project Manager","+65 9234 5678","Halal"\n"Lim Choon Hock","Lion City Robotics Pte Ltd","Engineer","+65 9345 6789",""',
    guests: [
      'name=Wei Ming Tan|title=Director, Sales|organization=Lion City Robotics Pte Ltd|phone=+6591234567|diet=no pork；no lard|notes=no pork, no lard',
      'name=Nurul Aisyah binti Hassan|title=Project Manager|organization=Lion City Robotics Pte Ltd|phone=+6592345678|diet=Halal|notes=Halal',
      'name=Lim Choon Hock|title=Engineer|organization=Lion City Robotics Pte Ltd|phone=+6593456789',
    ],
    passed: 0,
  },
  {
    kind: 'an interpreter of their own',
    text: '韩方人员：\n1. 金成洙 (Kim Sung-soo) 常务 / 韩光电子\n2. 朴智慧 (Park Ji-hye) 次长 / 韩光电子，女，不吃香菜\n3. 李东旭（Lee Dong-wook）课长 / 韩光电子\n翻译由我方自带：崔顺姬 13644330001',
    guests: [
      'name=金成洙|latinName=Kim Sung-soo|title=常务|organization=韩光电子',
      'name=朴智慧|latinName=Park Ji-hye|title=次长|organization=韩光电子|gender=female|diet=不吃香菜',
      'name=李东旭|latinName=Lee Dong-wook|title=课长|organization=韩光电子',
      'name=崔顺姬|title=翻译|phone=13644330001',
    ],
    passed: 1,
  },
  {
    kind: 'form of whom somebody applies for',
    text: '来访申请\n申请人：刘晓燕\n所在部门：市场部\n来访单位：重庆渝北汽车电子有限公司\n来访时间：2026-12-02 09:30\n来访人数：3\n来访人员1\n姓名：江山\n职务：总经理\n电话：13983001001\n来访人员2\n姓名：翁美玲\n职务：采购总监\n电话：13983001002\n来访人员3\n姓名：甘露\n职务：项目助理\n电话：13983001003\n审批状态：已通过',
    guests: [
      'name=江山|title=总经理|organization=重庆渝北汽车电子有限公司|phone=13983001001',
      'name=翁美玲|title=采购总监|organization=重庆渝北汽车电子有限公司|phone=13983001002',
      'name=甘露|title=项目助理|organization=重庆渝北汽车电子有限公司|phone=13983001003',
    ],
    passed: 10,
  },
  {
    kind: 'titles and phones in the order of the names',
    text: '明天3位客人：聂海胜、刘旺、王亚丽，职务分别是总经理、副总经理、助理，电话分别是13810010001、13810010002、13810010003。',
    guests: [
      'name=聂海胜|title=总经理|phone=13810010001',
      'name=刘旺|title=副总经理|phone=13810010002',
      'name=王亚丽|title=助理|phone=13810010003',
    ],
    passed: 0,
  },
  {
    kind: 'who eats with us, yes or no',
    text: '序号,单位,姓名,职务,用餐\n1,沧州铸管,柴进宝,董事长,是\n2,沧州铸管,李应天,总经理,是\n3,沧州铸管,朱仝,司机,否\n合计,,3人,,2人用餐\n,,,,\n审批：,,,日期：,',
    guests: [
      'name=柴进宝|title=董事长|organization=沧州铸管|notes=用餐：是',
      'name=李应天|title=总经理|organization=沧州铸管|notes=用餐：是',
      'name=朱仝|title=司机|organization=沧州铸管|notes=用餐：否',
    ],
    passed: 2,
  },
  {
    kind: 'chat that says titles later',
    text: '小吴：来访人\n小吴：阮平\n小吴：13706600001\n小吴：石秀峰\n小吴：13706600002\n小吴：都是台州黄岩模具的\n小吴：阮平是厂长 石秀峰是跟单',
    guests: [
      'name=阮平|title=厂长|organization=台州黄岩模具|phone=13706600001|?shared',
      'name=石秀峰|title=跟单|organization=台州黄岩模具|phone=13706600002|?shared',
    ],
    passed: 8,
  },
]
