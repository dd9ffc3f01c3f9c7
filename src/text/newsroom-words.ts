/** Words of the newsroom that are younger than jieba's dictionary, or missing in it → their part of speech. */

const WORDS: Readonly<Record<string, string>> = {
  n: '新时代 高质量发展 乡村振兴 脱贫攻坚 营商环境 新质生产力 一带一路 复工复产 疫情防控 主题教育 党工委 管委会 示范区 产业园 产业园区 循环经济 烘干机 收割机 智能化 数字化 绿色低碳 碳达峰 碳中和 电商 直播间 网格员 志愿者 大数据 云计算 人工智能 新能源 充电桩 二维码 互联网 高铁 农家书屋 幸福里 新变化 新气象 新征程 新篇章 新台阶 新格局 新动能 新农村 好声音 获得感 幸福感 安全感 村支书 第一书记 驻村工作队 政务服务 一网通办 民生实事 老旧小区 专精特新 小微企业 民营企业 党代会 两会 县委 市委 省委 区委 镇党委 县政府 市政府 省政府 规上工业 增加值 收官战 攻坚战 保卫战 颗粒归仓 应收尽收 不误农时 放管服 双减 三夏 三秋 三农 百分点 生态保护 环境保护 水土保持 食品安全 安全生产 社会治理 基层治理 城乡建设 文明创建 垃圾分类',
  t: '一年来 一年多来 几年来 多年来 近年来 三年来 五年来 十年来 今年来',
  v: '开园 带货 招商引资 提质增效 落地生根 走深走实 助企纾困 稳就业 开镰 见效 办好 办实 建成 扛起 擦亮 跑出 按下 筑牢 织密 守住 交出 唱响 奏响 谱写',
};

/** How the words begin: where no word of the dictionary begins so, one of these may. */
export const NEWSROOM_BEGINNINGS: ReadonlySet<string> = new Set(
  Object.values(WORDS)
    .flatMap((words) => words.split(' '))
    .flatMap((word) => [...word].map((_, k) => word.slice(0, k + 1))),
);

/** Words by themselves → jieba's tag. */
export const NEWSROOM_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag] as const)),
);
