/** Agendas as many hands write them, each with what a careful person reads: `day from-to kind content ; place or room ; person`. */
export const KNOWS = {
  today: '2026-11-23',
  days: ['2026-12-01', '2026-12-02', '2026-12-03'],
  rooms: [
    { id: '301', name: '301 会议室', latinName: 'Meeting Room 301' },
    { id: '302', name: '302 会议室', latinName: 'Meeting Room 302' },
    { id: '多功能厅', name: '多功能厅', latinName: 'Multifunction Hall' },
    { id: '迎宾厅', name: '迎宾厅', latinName: 'Welcome Hall' },
  ],
  people: [
    { name: '李明', phone: '13900000002' },
    { name: '王晓燕', phone: '13900000001' },
  ],
  opensAt: '08:30',
  closesAt: '18:00',
}

/** Each agenda: its kind, its text, and the stops read from it. `!` in front of a stop says that something in it is doubted. */
export const AGENDAS: readonly { kind: string; text: string; stops: readonly string[] }[] = [
  {
    kind: 'chat',
    text: '12月1日\n上午9:00 迎接 迎宾厅\n9:30-11:00 会谈 301会议室 李明\n12:00 午餐 员工餐厅\n下午2:00-3:30 参观一号车间\n3:30 茶歇\n6:00 欢迎晚宴 江畔酒店',
    stops: [
      '01T09:00-09:30 welcome 迎接 ; 迎宾厅 ; ',
      '01T09:30-11:00 meeting 会谈 ; 301 ; 李明',
      '01T12:00-14:00 dining 午餐 ; 员工餐厅 ; ',
      '01T14:00-15:30 tour 参观一号车间 ; 一号车间 ; ',
      '01T15:30-15:45 break 茶歇 ;  ; ',
      '01T18:00-19:30 dining 欢迎晚宴 ; 江畔酒店 ; ',
    ],
  },
  {
    kind: 'chat',
    text: '明天行程：\n8点半 酒店大堂集合\n9点到10点半 公司座谈（多功能厅）\n10点半～12点 参观展厅 讲解：孙丽\n12点 工作午餐',
    stops: [
      '!24T08:30-09:00 other 酒店大堂集合 ; 酒店大堂 ; ',
      '!24T09:00-10:30 meeting 公司座谈 ; 多功能厅 ; ',
      '!24T10:30-12:00 tour 参观展厅 ; 展厅 ; 孙丽',
      '!24T12:00-13:30 dining 工作午餐 ;  ; ',
    ],
  },
  {
    kind: 'chat',
    text: '张总好，行程如下：\n①9:00-10:00 会谈\n②10:00-11:30 参观智能工厂\n③11:30-13:00 午餐\n请准时！',
    stops: [
      '!01T09:00-10:00 meeting 会谈 ;  ; ',
      '01T10:00-11:30 tour 参观智能工厂 ; 智能工厂 ; ',
      '01T11:30-13:00 dining 午餐 ;  ; ',
    ],
  },
  {
    kind: 'chat',
    text: '1️⃣ 9:00 签到\n2️⃣ 9:30 座谈交流\n3️⃣ 11:30 送机（CZ3456 18:05起飞）',
    stops: [
      '!01T09:00-09:30 other 签到 ;  ; ',
      '01T09:30-11:30 meeting 座谈交流 ;  ; ',
      '01T11:30-11:45 farewell 送机（CZ3456 18:05起飞） ;  ; ',
    ],
  },
  {
    kind: 'oneline',
    text: '上午9:00-10:30会谈，10:30-12:00参观展厅，12:00午餐',
    stops: [
      '!01T09:00-10:30 meeting 会谈 ;  ; ',
      '01T10:30-12:00 tour 参观展厅 ; 展厅 ; ',
      '01T12:00-13:30 dining 午餐 ;  ; ',
    ],
  },
  {
    kind: 'oneline',
    text: '9:00酒店出发 9:30到达公司 10:00会谈 12:00午餐 14:00参观工厂',
    stops: [
      '!01T09:00-09:30 transfer 酒店出发 ; 酒店 ; ',
      '01T09:30-10:00 welcome 到达公司 ; 公司 ; ',
      '01T10:00-12:00 meeting 会谈 ;  ; ',
      '01T12:00-14:00 dining 午餐 ;  ; ',
      '01T14:00-15:00 tour 参观工厂 ; 工厂 ; ',
    ],
  },
  {
    kind: 'oneline',
    text: '早餐7:30，出发8:30，会谈9:00-11:00，午餐12:00',
    stops: [
      '!01T07:30-08:30 dining 早餐 ;  ; ',
      '01T08:30-09:00 transfer 出发 ;  ; ',
      '01T09:00-11:00 meeting 会谈 ;  ; ',
      '01T12:00-13:30 dining 午餐 ;  ; ',
    ],
  },
  {
    kind: 'oneline',
    text: '12月2日 9:00-11:00 技术研讨；12月3日 10:00-11:00 送别',
    stops: ['02T09:00-11:00 meeting 技术研讨 ;  ; ', '03T10:00-11:00 farewell 送别 ;  ; '],
  },
  {
    kind: 'government',
    text: '关于接待滨海市考察团的日程安排\n时间：2026年12月1日（星期二）\n一、9:00—9:10 欢迎致辞 301会议室\n二、9:10—9:40 公司介绍 301会议室\n三、9:40—11:00 座谈交流 301会议室\n四、11:00—11:10 合影留念 主楼门口',
    stops: [
      '01T09:00-09:10 meeting 欢迎致辞 ; 301 ; ',
      '01T09:10-09:40 meeting 公司介绍 ; 301 ; ',
      '01T09:40-11:00 meeting 座谈交流 ; 301 ; ',
      '01T11:00-11:10 other 合影留念 ; 主楼门口 ; ',
    ],
  },
  {
    kind: 'government',
    text: '12月1日（星期二）\n上午\n9:00—10:00 参观规划展览馆\n10:30—11:30 座谈会\n下午\n2:30—4:00 考察园区\n4:30 返程',
    stops: [
      '01T09:00-10:00 tour 参观规划展览馆 ; 规划展览馆 ; ',
      '01T10:30-11:30 meeting 座谈会 ;  ; ',
      '01T14:30-16:00 tour 考察园区 ; 园区 ; ',
      '01T16:30-17:00 transfer 返程 ;  ; ',
    ],
  },
  {
    kind: 'government',
    text: '第一天（12月1日）\n08：30 代表团抵达，王晓燕迎接\n09：00—11：30 会见会谈 地点：多功能厅 负责人：李明\n第二天（12月2日）\n09：00—11：00 实地考察',
    stops: [
      '01T08:30-09:00 welcome 代表团抵达，王晓燕迎接 ;  ; 王晓燕',
      '01T09:00-11:30 meeting 会见会谈 ; 多功能厅 ; 李明',
      '02T09:00-11:00 tour 实地考察 ;  ; ',
    ],
  },
  {
    kind: 'table',
    text: '时间\t内容\t地点\t负责人\n09:00-10:00\t双方会谈\t301会议室\t李明\n10:00-11:00\t参观展厅\t展厅\t孙丽\n12:00-13:00\t午餐\t员工餐厅\t王晓燕',
    stops: [
      '!01T09:00-10:00 meeting 双方会谈 ; 301 ; 李明',
      '01T10:00-11:00 tour 参观展厅 ; 展厅 ; 孙丽',
      '01T12:00-13:00 dining 午餐 ; 员工餐厅 ; 王晓燕',
    ],
  },
  {
    kind: 'table',
    text: '序号\t活动内容\t地点\t起止时间\t责任人\t备注\n1\t欢迎仪式\t主楼大堂\t9:00-9:15\t李明\t横幅\n2\t座谈会\t301会议室\t9:15-11:00\t王晓燕\t投影',
    stops: ['!01T09:00-09:15 welcome 欢迎仪式 ; 主楼大堂 ; 李明', '01T09:15-11:00 meeting 座谈会 ; 301 ; 王晓燕'],
  },
  {
    kind: 'table',
    text: '日期\t时间\t内容\t地点\n12月1日\t9:00-10:00\t会谈\t301会议室\n\t10:00-11:00\t参观\t展厅\n12月2日\t9:00-10:00\t总结会\t302会议室',
    stops: [
      '01T09:00-10:00 meeting 会谈 ; 301 ; ',
      '01T10:00-11:00 tour 参观 ; 展厅 ; ',
      '02T09:00-10:00 meeting 总结会 ; 302 ; ',
    ],
  },
  {
    kind: 'table',
    text: '地点\t负责人\t内容\t时间\n301会议室\t李明\t会谈\t下午2:00-3:30\n展厅\t王晓燕\t参观展厅\t3:30-4:30',
    stops: ['!01T14:00-15:30 meeting 会谈 ; 301 ; 李明', '01T15:30-16:30 tour 参观展厅 ; 展厅 ; 王晓燕'],
  },
  {
    kind: 'table',
    text: '开始\t结束\t议程\t会议室\n9:00\t10:00\t项目汇报\t301 会议室\n10:00\t11:30\t讨论\t302 会议室',
    stops: ['!01T09:00-10:00 meeting 项目汇报 ; 301 ; ', '01T10:00-11:30 meeting 讨论 ; 302 ; '],
  },
  {
    kind: 'table',
    text: '09:00-10:00\t会谈\t301会议室\t李明\n10:00-11:00\t参观\t一号厂房\t张磊',
    stops: ['!01T09:00-10:00 meeting 会谈 ; 301 ; 李明', '01T10:00-11:00 tour 参观 ; 一号厂房 ; 张磊'],
  },
  {
    kind: 'table',
    text: '李明\t301会议室\t09:00-10:00\t会谈\n王晓燕\t一号厂房\t10:00-11:00\t参观产线',
    stops: ['!01T09:00-10:00 meeting 会谈 ; 301 ; 李明', '01T10:00-11:00 tour 参观产线 ; 一号厂房 ; 王晓燕'],
  },
  {
    kind: 'table',
    text: '| 时间 | 内容 | 地点 |\n| --- | --- | --- |\n| 9:00-10:00 | 会谈 | 301会议室 |\n| 12:00 | 午餐 | 食堂 |',
    stops: ['!01T09:00-10:00 meeting 会谈 ; 301 ; ', '01T12:00-13:30 dining 午餐 ; 食堂 ; '],
  },
  {
    kind: 'table',
    text: '时间,内容,地点,负责人\n9:00-10:00,会谈,301会议室,李明\n10:00-11:00,参观,展厅,王晓燕',
    stops: ['!01T09:00-10:00 meeting 会谈 ; 301 ; 李明', '01T10:00-11:00 tour 参观 ; 展厅 ; 王晓燕'],
  },
  {
    kind: 'table',
    text: '时间  内容  地点\n9:00-10:00  会谈  301会议室\n10:10-11:00  参观实验室  实验楼',
    stops: ['!01T09:00-10:00 meeting 会谈 ; 301 ; ', '01T10:10-11:00 tour 参观实验室 ; 实验楼 ; '],
  },
  {
    kind: 'table',
    text: '日期\t时段\t时间\t活动安排\t地点\t参加人员\t陪同\n12月1日\t上午\t9:00-10:00\t会谈\t301会议室\t全体来宾\t李总\n\t下午\t2:00-4:00\t参观工厂\t一号厂房\t张总等5人\t王总',
    stops: ['01T09:00-10:00 meeting 会谈 ; 301 ; ', '01T14:00-16:00 tour 参观工厂 ; 一号厂房 ; '],
  },
  {
    kind: 'table',
    text: '时间\t12月1日\t12月2日\n9:00-10:00\t会谈\t技术研讨\n10:00-11:00\t参观展厅\t送别',
    stops: [
      '01T09:00-10:00 meeting 会谈 ;  ; ',
      '02T09:00-10:00 meeting 技术研讨 ;  ; ',
      '01T10:00-11:00 tour 参观展厅 ; 展厅 ; ',
      '02T10:00-11:00 farewell 送别 ;  ; ',
    ],
  },
  {
    kind: 'table',
    text: '"时间\n(北京时间)"\t内容\t地点\n9:00-10:00\t"双方会谈\n签约"\t301会议室',
    stops: ['!01T09:00-10:00 meeting 双方会谈 签约 ; 301 ; '],
  },
  {
    kind: 'table',
    text: '时间\n内容\n地点\n9:00-10:00\n会谈\n301会议室\n10:00-11:00\n参观\n展厅',
    stops: ['!01T09:00-10:00 meeting 会谈 ; 301 ; ', '01T10:00-11:00 tour 参观 ; 展厅 ; '],
  },
  {
    kind: 'block',
    text: '时间：12月1日 9:00-10:30\n内容：双方会谈\n地点：301会议室\n负责人：李明\n\n时间：12月1日 14:00-15:00\n内容：参观展厅\n地点：展厅',
    stops: ['01T09:00-10:30 meeting 双方会谈 ; 301 ; 李明', '01T14:00-15:00 tour 参观展厅 ; 展厅 ; '],
  },
  {
    kind: 'block',
    text: '欢迎仪式\n时间：9:00-9:30\n地点：主楼大堂\n\n技术座谈\n时间：9:30-11:00\n地点：301会议室',
    stops: ['!01T09:00-09:30 welcome 欢迎仪式 ; 主楼大堂 ; ', '01T09:30-11:00 meeting 技术座谈 ; 301 ; '],
  },
  {
    kind: 'block',
    text: '9:00-10:00\n双方会谈\n地点：301会议室\n10:00-11:00\n参观车间',
    stops: ['!01T09:00-10:00 meeting 双方会谈 ; 301 ; ', '01T10:00-11:00 tour 参观车间 ; 车间 ; '],
  },
  {
    kind: 'duration',
    text: '9:00 公司介绍（20分钟）\n9:20 产品演示（1.5小时）\n10:50 茶歇 15分钟\n11:05 讨论 半小时',
    stops: [
      '!01T09:00-09:20 meeting 公司介绍 ;  ; ',
      '01T09:20-10:50 other 产品演示 ;  ; ',
      '01T10:50-11:05 break 茶歇 ;  ; ',
      '01T11:05-11:35 meeting 讨论 ;  ; ',
    ],
  },
  {
    kind: 'duration',
    text: '9:00 开场致辞 10分钟\n公司介绍（20分钟）\n圆桌讨论（1小时）',
    stops: [
      '!01T09:00-09:10 meeting 开场致辞 ;  ; ',
      '!01T09:10-09:30 meeting 公司介绍 ;  ; ',
      '!01T09:30-10:30 meeting 圆桌讨论 ;  ; ',
    ],
  },
  {
    kind: 'duration',
    text: '9:00 会谈 90分钟 301会议室\n14:00 参观 一个半小时',
    stops: ['!01T09:00-10:30 meeting 会谈 ; 301 ; ', '01T14:00-15:30 tour 参观 ;  ; '],
  },
  {
    kind: 'overnight',
    text: '12月1日 22:00-次日6:00 乘火车前往西安\n12月2日 8:00 早餐',
    stops: ['01T22:00-06:00 transfer 乘火车前往西安 ;  ; ', '02T08:00-09:30 dining 早餐 ;  ; '],
  },
  {
    kind: 'overnight',
    text: '12月1日\n20:00-22:00 夜游江景\n22:30 返回酒店\n12月2日\n24:00 就寝',
    stops: [
      '01T20:00-22:00 other 夜游江景 ;  ; ',
      '01T22:30-23:00 transfer 返回酒店 ; 酒店 ; ',
      '03T00:00-00:30 other 就寝 ;  ; ',
    ],
  },
  {
    kind: 'overnight',
    text: '12月1日 19:00-24:00 晚宴\n12月2日 凌晨1:30 接机',
    stops: ['01T19:00-00:00 dining 晚宴 ;  ; ', '02T01:30-02:30 pickup 接机 ;  ; '],
  },
  {
    kind: 'twoday',
    text: '第一天\n9:00 会谈\n14:00 参观\n第二天\n9:00 签约仪式\n10:00 送机',
    stops: [
      '01T09:00-14:00 meeting 会谈 ;  ; ',
      '01T14:00-15:00 tour 参观 ;  ; ',
      '02T09:00-10:00 other 签约仪式 ;  ; ',
      '02T10:00-10:15 farewell 送机 ;  ; ',
    ],
  },
  {
    kind: 'twoday',
    text: 'Day 1\n9:00 Meeting\n14:00 Factory tour\nDay 2\n10:00 Departure to the airport',
    stops: [
      '01T09:00-14:00 meeting Meeting ;  ; ',
      '01T14:00-15:00 tour Factory tour ;  ; ',
      '02T10:00-10:15 farewell Departure to the airport ; airport ; ',
    ],
  },
  {
    kind: 'twoday',
    text: '12.1 9:00 会谈\n12.1 14:00 参观工厂\n12.2 9:30 座谈',
    stops: [
      '01T09:00-14:00 meeting 会谈 ;  ; ',
      '01T14:00-15:00 tour 参观工厂 ; 工厂 ; ',
      '02T09:30-10:30 meeting 座谈 ;  ; ',
    ],
  },
  {
    kind: 'twoday',
    text: '周二 9:00-10:00 会谈\n周三 9:00-10:00 参观',
    stops: ['01T09:00-10:00 meeting 会谈 ;  ; ', '02T09:00-10:00 tour 参观 ;  ; '],
  },
  {
    kind: 'twoday',
    text: '12月1日（周二）上午：9:00-11:00 会谈；下午：2:00-4:00 参观\n12月2日（周三）上午：9:00-10:00 送别',
    stops: [
      '01T09:00-11:00 meeting 会谈 ;  ; ',
      '01T14:00-16:00 tour 参观 ;  ; ',
      '02T09:00-10:00 farewell 送别 ;  ; ',
    ],
  },
  {
    kind: 'english',
    text: 'Tuesday, December 1, 2026\n9:00 am - 10:30 am  Opening meeting, Meeting Room 301\n10:30 am - 10:45 am  Coffee break\n12:00 pm - 1:00 pm  Lunch at Riverside Restaurant\n2:00 pm - 4:00 pm  Factory tour\n6:30 pm  Welcome dinner',
    stops: [
      '01T09:00-10:30 meeting Opening meeting ; 301 ; ',
      '01T10:30-10:45 break Coffee break ;  ; ',
      '01T12:00-13:00 dining Lunch ; Riverside Restaurant ; ',
      '01T14:00-16:00 tour Factory tour ;  ; ',
      '01T18:30-20:00 dining Welcome dinner ;  ; ',
    ],
  },
  {
    kind: 'english',
    text: '9:00 - 10:30 Technical workshop in Meeting Room 302\n10:30 Coffee break\n12:00 Lunch\n1:30 Factory tour\n5:00 Wrap-up',
    stops: [
      '!01T09:00-10:30 meeting Technical workshop ; 302 ; ',
      '01T10:30-10:45 break Coffee break ;  ; ',
      '01T12:00-13:30 dining Lunch ;  ; ',
      '01T13:30-17:00 tour Factory tour ;  ; ',
      '01T17:00-18:00 meeting Wrap-up ;  ; ',
    ],
  },
  {
    kind: 'english',
    text: 'Time\tActivity\tVenue\tPerson in charge\n9:00 AM\tWelcome\tWelcome Hall\tMr. Smith\n9:30 AM\tCompany presentation\tMeeting Room 301\tMs. Li\n12:00 PM\tLunch\tCanteen\tMs. Li',
    stops: [
      '!01T09:00-09:30 welcome Welcome ; 迎宾厅 ; Mr. Smith',
      '01T09:30-12:00 meeting Company presentation ; 301 ; Ms. Li',
      '01T12:00-13:30 dining Lunch ; Canteen ; Ms. Li',
    ],
  },
  {
    kind: 'english',
    text: 'Dec 1: 9am meeting, 12pm lunch, 2-4pm factory tour',
    stops: [
      '01T09:00-12:00 meeting meeting ;  ; ',
      '01T12:00-14:00 dining lunch ;  ; ',
      '01T14:00-16:00 tour factory tour ;  ; ',
    ],
  },
  {
    kind: 'english',
    text: '1 Dec\n09.00 Arrival at the airport\n10h30 Transfer to hotel\n15h00 Meeting\n2 Dec\n09h00-11h00 Site visit',
    stops: [
      '01T09:00-10:30 pickup Arrival ; airport ; ',
      '01T10:30-15:00 transfer Transfer to hotel ; hotel ; ',
      '01T15:00-16:00 meeting Meeting ;  ; ',
      '02T09:00-11:00 tour Site visit ;  ; ',
    ],
  },
  {
    kind: 'english',
    text: 'Agenda\n0900-1000 Welcome and introduction\n1000-1130 Plant tour\n1130-1300 Lunch',
    stops: [
      '!01T09:00-10:00 welcome Welcome and introduction ;  ; ',
      '01T10:00-11:30 tour Plant tour ;  ; ',
      '01T11:30-13:00 dining Lunch ;  ; ',
    ],
  },
  {
    kind: 'mixed',
    text: '09:00-10:00 Kick-off meeting 启动会 301会议室\n10:00-10:15 Tea break 茶歇\n10:15-12:00 参观 Plant tour',
    stops: [
      '!01T09:00-10:00 meeting Kick-off meeting 启动会 ; 301 ; ',
      '01T10:00-10:15 break Tea break 茶歇 ;  ; ',
      '01T10:15-12:00 tour 参观 Plant tour ;  ; ',
    ],
  },
  {
    kind: 'mixed',
    text: '12/1 9:00 会谈 Talks\n12/2 9:00 参观 Tour',
    stops: ['01T09:00-10:00 meeting 会谈 Talks ;  ; ', '02T09:00-10:00 tour 参观 Tour ;  ; '],
  },
  {
    kind: 'university',
    text: '14:00-14:10 校长致辞 图书馆报告厅\n14:10-15:00 学术报告：人工智能前沿 主讲：陈教授\n15:00-15:20 茶歇\n15:20-16:00 参观国家重点实验室',
    stops: [
      '!01T14:00-14:10 meeting 校长致辞 ; 图书馆报告厅 ; ',
      '01T14:10-15:00 meeting 学术报告：人工智能前沿 ;  ; ',
      '01T15:00-15:20 break 茶歇 ;  ; ',
      '01T15:20-16:00 tour 参观国家重点实验室 ; 国家重点实验室 ; ',
    ],
  },
  {
    kind: 'university',
    text: '上午 8：30—9：00 签到\n9：00—9：20 开幕式\n9：20—10：00 主旨报告\n下午 14：00—16：00 分组讨论',
    stops: [
      '!01T08:30-09:00 other 签到 ;  ; ',
      '01T09:00-09:20 meeting 开幕式 ;  ; ',
      '01T09:20-10:00 meeting 主旨报告 ;  ; ',
      '01T14:00-16:00 meeting 分组讨论 ;  ; ',
    ],
  },
  {
    kind: 'factory',
    text: '0830 入厂登记，门卫室领取访客证\n0845-0930 安全培训 培训室\n0930-1100 参观产线（冲压→焊接→总装）\n1100-1200 质量交流 301会议室',
    stops: [
      '!01T08:30-08:45 other 入厂登记，门卫室领取访客证 ;  ; ',
      '01T08:45-09:30 meeting 安全培训 ; 培训室 ; ',
      '01T09:30-11:00 tour 参观产线（冲压→焊接→总装） ; 产线 ; ',
      '01T11:00-12:00 meeting 质量交流 ; 301 ; ',
    ],
  },
  {
    kind: 'factory',
    text: '8:30-9:00 到厂 迎接 李明\n9:00-10:00 车间参观，需穿安全鞋\n10:00-11:00 会谈@301会议室',
    stops: [
      '!01T08:30-09:00 welcome 到厂 迎接 ;  ; 李明',
      '01T09:00-10:00 tour 车间参观，需穿安全鞋 ; 车间 ; ',
      '01T10:00-11:00 meeting 会谈 ; 301 ; ',
    ],
  },
  {
    kind: 'dashes',
    text: '9:00――10:00 会谈\n10:00→11:00 参观\n11:00 ~ 12:00 座谈\n13:30——15:00 研讨',
    stops: [
      '!01T09:00-10:00 meeting 会谈 ;  ; ',
      '01T10:00-11:00 tour 参观 ;  ; ',
      '01T11:00-12:00 meeting 座谈 ;  ; ',
      '01T13:30-15:00 meeting 研讨 ;  ; ',
    ],
  },
  {
    kind: 'dashes',
    text: '上午九点至十点半 会谈\n十点半至十二点 参观\n下午两点三刻 茶歇',
    stops: ['!01T09:00-10:30 meeting 会谈 ;  ; ', '01T10:30-12:00 tour 参观 ;  ; ', '01T14:45-15:00 break 茶歇 ;  ; '],
  },
  {
    kind: 'dashes',
    text: '9点一刻-10点三刻 会谈\n11时00分—12时00分 参观',
    stops: ['!01T09:15-10:45 meeting 会谈 ;  ; ', '01T11:00-12:00 tour 参观 ;  ; '],
  },
  {
    kind: 'outside',
    text: '12月8日 9:00 会谈\n12月1日 10:00 参观',
    stops: ['!08T09:00-10:00 meeting 会谈 ;  ; ', '01T10:00-11:00 tour 参观 ;  ; '],
  },
  { kind: 'outside', text: '第五天 9:00 送机', stops: ['!01T09:00-09:15 farewell 送机 ;  ; '] },
  {
    kind: 'partonly',
    text: '12月1日\n上午 参观工厂\n下午 座谈',
    stops: ['!01T08:30-12:00 tour 参观工厂 ; 工厂 ; ', '!01T13:30-18:00 meeting 座谈 ;  ; '],
  },
  {
    kind: 'partonly',
    text: '上午：9:00-10:00 会谈\n下午：自由活动',
    stops: ['!01T09:00-10:00 meeting 会谈 ;  ; ', '!01T13:30-18:00 other 自由活动 ;  ; '],
  },
  {
    kind: 'bad',
    text: '25:00 会谈\n9:75 参观\n10:00 午餐',
    stops: [
      '!01T08:30-09:30 meeting 会谈 ;  ; ',
      '!01T08:30-10:00 tour 参观 ;  ; ',
      '01T10:00-11:30 dining 午餐 ;  ; ',
    ],
  },
  { kind: 'bad', text: '9:00-8:00 会谈', stops: ['!01T09:00-10:00 meeting 会谈 ;  ; '] },
  {
    kind: 'bad',
    text: '14:00 会谈\n9:00 参观',
    stops: ['!01T14:00-15:00 meeting 会谈 ;  ; ', '!01T09:00-10:00 tour 参观 ;  ; '],
  },
  {
    kind: 'notes',
    text: '9:00-10:00 会谈\n - 介绍公司\n - 讨论合作\n10:00 参观\n备注：请着正装',
    stops: ['!01T09:00-10:00 meeting 会谈 ;  ; ', '01T10:00-11:00 tour 参观 ;  ; '],
  },
  {
    kind: 'notes',
    text: '请于8:50前到大堂集合\n9:00 会谈\n联系人：李明 13900000002',
    stops: ['!01T09:00-10:00 meeting 会谈 ;  ; '],
  },
  {
    kind: 'notes',
    text: '【12月1日】\n【上午】\n09:00-10:00 【会谈】301会议室',
    stops: ['01T09:00-10:00 meeting 【会谈】 ; 301 ; '],
  },
  { kind: 'notes', text: '12月1日 星期三 9:00 会谈', stops: ['!01T09:00-10:00 meeting 会谈 ;  ; '] },
  {
    kind: 'people',
    text: '9:00-10:00 会谈 张总、李工参加 301会议室\n10:00-11:00 参观，王晓燕陪同',
    stops: ['!01T09:00-10:00 meeting 会谈 ; 301 ; ', '01T10:00-11:00 tour 参观 ;  ; 王晓燕'],
  },
  {
    kind: 'people',
    text: '9:00 接机 浦东机场T2 李明 13900000002\n11:00 入住 江畔酒店',
    stops: ['!01T09:00-11:00 pickup 接机 ; 浦东机场T2 ; 李明', '01T11:00-11:30 lodging 入住 ; 江畔酒店 ; '],
  },
  {
    kind: 'traffic',
    text: '14:30 送机(深圳宝安机场，CZ3456 18:05起飞)',
    stops: ['!01T14:30-14:45 farewell 送机(深圳宝安机场，CZ3456 18:05起飞) ;  ; '],
  },
  {
    kind: 'traffic',
    text: '8:00 乘G7次高铁（8:30发车）前往上海\n13:00 抵达虹桥站 接站',
    stops: [
      '!01T08:00-13:00 transfer 乘G7次高铁（8:30发车）前往上海 ;  ; ',
      '01T13:00-14:00 pickup 抵达虹桥站 接站 ;  ; ',
    ],
  },
  {
    kind: 'room',
    text: '9:00 会谈 301\n10:00 座谈 会议室\n11:00 总结 A座302会议室',
    stops: [
      '!01T09:00-10:00 meeting 会谈 ; 301 ; ',
      '!01T10:00-11:00 meeting 座谈 ; 会议室 ; ',
      '!01T11:00-12:00 meeting 总结 ; 302 ; ',
    ],
  },
  {
    kind: 'room',
    text: '9:00-10:00 在301会议室会谈\n10:00-11:00 多功能厅 欢迎会',
    stops: ['!01T09:00-10:00 meeting 会谈 ; 301 ; ', '01T10:00-11:00 meeting 欢迎会 ; 多功能厅 ; '],
  },
  {
    kind: 'wechat',
    text: '🕘 9:00 会谈\n🍽 12:00 午餐（员工餐厅）\n🚌 13:30 出发去工厂',
    stops: [
      '!01T09:00-12:00 meeting 会谈 ;  ; ',
      '01T12:00-13:30 dining 午餐 ; 员工餐厅 ; ',
      '01T13:30-14:00 transfer 出发去工厂 ; 工厂 ; ',
    ],
  },
  {
    kind: 'wechat',
    text: '王晓燕 11-23 10:02\n明天的安排：\n9:00 接机\n10:30 会谈\n收到请回复',
    stops: ['!24T09:00-10:30 pickup 接机 ;  ; ', '!24T10:30-11:30 meeting 会谈 ;  ; '],
  },
  {
    kind: 'bracket',
    text: '(1) 9:00-9:30 签到\n(2) 9:30-11:00 会谈\n(3) 11:00 合影',
    stops: ['!01T09:00-09:30 other 签到 ;  ; ', '01T09:30-11:00 meeting 会谈 ;  ; ', '01T11:00-11:30 other 合影 ;  ; '],
  },
  {
    kind: 'bracket',
    text: '1.9:00-10:00 会谈\n2.10:00-11:00 参观\n3.11:00 午餐',
    stops: ['!01T09:00-10:00 meeting 会谈 ;  ; ', '01T10:00-11:00 tour 参观 ;  ; ', '01T11:00-12:30 dining 午餐 ;  ; '],
  },
  {
    kind: 'bracket',
    text: '1、上午9点：会谈\n2、上午10点：参观\n3、中午12点：午餐',
    stops: ['!01T09:00-10:00 meeting 会谈 ;  ; ', '01T10:00-12:00 tour 参观 ;  ; ', '01T12:00-13:30 dining 午餐 ;  ; '],
  },
  {
    kind: 'traditional',
    text: '12月1日\n上午9點半 會談\n下午3點 參觀廠房',
    stops: ['01T09:30-15:00 meeting 會談 ;  ; ', '01T15:00-16:00 tour 參觀廠房 ;  ; '],
  },
  {
    kind: 'mail',
    text: 'Dear all,\nPlease find the agenda below.\n09:00 - 09:30: Registration\n09:30 - 11:00: Review session (Room 302)\n11:00 - 11:15: Break\nBest regards,\nAnna',
    stops: [
      '!01T09:00-09:30 other Registration ;  ; ',
      '01T09:30-11:00 meeting Review session ; 302 ; ',
      '01T11:00-11:15 break Break ;  ; ',
    ],
  },
  {
    kind: 'timelast',
    text: '双方会谈（9:00-10:00，301会议室）\n参观展厅（10:00-11:00）',
    stops: ['!01T09:00-10:00 meeting 双方会谈 ; 301 ; ', '01T10:00-11:00 tour 参观展厅 ; 展厅 ; '],
  },
  {
    kind: 'timelast',
    text: '会谈 9:00-10:00 301会议室\n参观 10:00-11:00 展厅',
    stops: ['!01T09:00-10:00 meeting 会谈 ; 301 ; ', '01T10:00-11:00 tour 参观 ; 展厅 ; '],
  },
  {
    kind: 'nospace',
    text: '09:00-10:00会谈301会议室\n10:00-11:00参观一号车间',
    stops: ['!01T09:00-10:00 meeting 会谈 ; 301 ; ', '01T10:00-11:00 tour 参观一号车间 ; 一号车间 ; '],
  },
]
