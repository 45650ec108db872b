// Everything that is no task: documents, sections, agencies, figures, places, topics, references, incentives, gaps.
(function (Guitu) {
  "use strict";
  const ROLES = ["lead", "responsible", "support"];

  Guitu.addWords({
    "thing.number": ["发文字号", "Number"],
    "thing.level": ["层级", "Level"],
    "thing.type": ["类型", "Type"],
    "thing.issuers": ["发布单位", "Issued by"],
    "thing.issued": ["成文日期", "Date"],
    "thing.period": ["规划期", "Period"],
    "thing.partOf": ["附件于", "Annex of"],
    "thing.sources": ["来源文件", "Read from"],
    "thing.links": ["与其他文件", "Other documents"],
    "thing.references": ["引用的文件", "Cites"],
    "thing.gaps": ["未读出 {n} 处", "{n} not understood"],
    "thing.tasks": ["任务（{n}）", "Tasks ({n})"],
    "thing.other": ["也写作", "Also written"],
    "thing.place": ["所在", "Of"],
    "thing.duties": ["职责清单", "Duty sheet"],
    "thing.owned": ["任务 {n} 项", "Tasks: {n}"],
    "thing.annexed": ["附件写明（{n}）", "In the annex ({n})"],
    "thing.suggested": ["建议由其承担（{n}）", "Suggested ({n})"],
    "thing.issued.by": ["发布的文件", "Issued"],
    "thing.figures": ["数值（{n}）", "Figures ({n})"],
    "thing.indicator": ["指标", "Indicator"],
    "thing.value": ["数值", "Value"],
    "thing.compared": ["与其他说法", "Among others"],
    "thing.year": ["年份", "Year"],
    "thing.binding": ["属性", "Bindingness"],
    "thing.periodicity": ["周期", "Periodicity"],
    "thing.task": ["所属任务", "Task"],
    "thing.document": ["文件", "Document"],
    "thing.focus": ["聚焦领域", "Focus"],
    "thing.district": ["所在区县", "District"],
    "thing.mentions": ["出现（{n}）", "Mentions ({n})"],
    "thing.broader": ["上级领域", "Broader"],
    "thing.places": ["聚焦于此的地点（{n}）", "Places that focus on it ({n})"],
    "thing.beneficiary": ["对象", "For"],
    "thing.condition": ["条件", "Condition"],
    "thing.reason": ["原因", "Reason"],
    "thing.text": ["看全文", "Read the text"],
  });

  const listed = (app, title, places, row, most) => places.length > 0 && Guitu.part(app.t(title, { n: places.length }),
    Guitu.shortly(app, places, row, most));
  const taskRow = (app) => (at) => Guitu.link(app, "task", at);
  const others = (app, row) => Guitu.field(app.t("thing.other"), row.other.join("、"));
  const quoted = (app, row) => Guitu.part(app.t("task.quote"), Guitu.proof(app, row.proof));

  Guitu.panels.document = function (app, index, row) {
    const { make, field, link } = Guitu, { index: of } = app, gaps = of.gapsOfDocument(index);
    return [
      make("dl", {},
        field(app.t("thing.number"), row.number), field(app.t("thing.level"), app.code("level", row.level)),
          field(app.t("thing.type"), app.code("type", row.type)),
        field(app.t("thing.issuers"), row.issuers.map((at) => [link(app, "agency", at), " "])), field(app.t("thing.issued"), row.issued),
          field(app.t("thing.period"), app.code("period", row.period)),
        field(app.t("thing.partOf"), row.partOf !== null && link(app, "document", row.partOf)),
        field(app.t("thing.sources"), row.sources.join("、"))),
      make("p", {}, app.data.texts[row.text]?.text && make("button", { type: "button", class: "link",
        onclick: () => Guitu.showInText(app, row.proof) }, app.t("thing.text")),
        gaps.length > 0 && make("button", { type: "button", class: "link warn", onclick: () => app.change({ view: "gaps" }) },
          app.t("thing.gaps", { n: gaps.length }))),
      listed(app, "thing.links", row.links, ([relation, at]) => [`${app.code("relation", relation)} `, link(app, "document", at)]),
      listed(app, "thing.tasks", of.tasksOfDocument(index), taskRow(app)),
      listed(app, "thing.references", of.referencesOfDocument(index), (at) => link(app, "reference", at)),
      quoted(app, row),
    ];
  };

  Guitu.panels.section = (app, index, row) => [
    Guitu.make("dl", {}, Guitu.field(app.t("task.where"), Guitu.sectionPath(app, { document: row.document, section: row.parent }))),
    listed(app, "thing.tasks", app.index.tasksOfSection(index), taskRow(app)),
    quoted(app, row),
  ];

  const tasksOf = (rows) => [...new Set(rows.map((row) => row.task))];

  // The tasks of an agency, by role
  Guitu.panels.agency = function (app, index, row) {
    const { make, field, link } = Guitu, duties = app.index.ownedByAgency(index), annexed = duties.filter((one) => one.annex), suggested = app.index.suggestionsOfAgency(index);
    return [
      make("dl", {}, others(app, row), field(app.t("thing.place"), row.place)),
      make("p", {}, make("button", { type: "button", class: "link", onclick: () => app.change({ view: "agency" }) }, app.t("thing.duties")),
        make("button", { type: "button", class: "link", onclick: () => app.filter("agency", row.key, true) }, app.t("panel.onlyThis"))),
      Guitu.judgeNames(app, index),
      make("p", { class: "sum" }, app.t("thing.owned", { n: Guitu.tell(app, Guitu.ownedByAgency(app, index)) })),
      ROLES.map((role) => {
        const found = tasksOf(duties.filter((one) => one.role === role && !one.annex));
        return found.length > 0 && Guitu.part(`${app.t(`role.${role}`)}（${found.length}）`, Guitu.shortly(app, found, taskRow(app)));
      }),
      listed(app, "thing.annexed", tasksOf(annexed), (task) => [annexed.filter((one) => one.task === task).map((one) => Guitu.role(app, one.role)), link(app, "task", task)]),
      listed(app, "thing.suggested", tasksOf(suggested.map((at) => app.data.suggestions[at])), (task) => [suggested.map((at) => app.data.suggestions[at])
        .filter((one) => one.task === task).map((one) => Guitu.role(app, one.role, true)), link(app, "task", task)], 6),
      listed(app, "thing.issued.by", app.index.issuedBy(index), (at) => link(app, "document", at)),
    ];
  };

  Guitu.panels.figure = (app, index, row) => [
    Guitu.make("dl", {},
      Guitu.field(app.t("thing.indicator"), row.indicator !== null && Guitu.link(app, "indicator", row.indicator)),
        Guitu.field(app.t("thing.value"), Guitu.amount(row)),
      Guitu.field(app.t("thing.year"), row.year), Guitu.field(app.t("thing.binding"), app.code("bindingness", row.bindingness)),
        Guitu.field(app.t("thing.periodicity"), app.code("periodicity", row.periodicity)),
      Guitu.field(app.t("thing.compared"), row.agreement && `${app.t(`targets.${row.manner}`)}：${row.why[app.lang]}`),
      ...within(app, row)),
    quoted(app, row),
  ];

  const within = (app, row) => [
    Guitu.field(app.t("thing.task"), row.task !== null && row.task !== undefined && Guitu.link(app, "task", row.task)),
    Guitu.field(app.t("thing.document"), row.document !== null && Guitu.link(app, "document", row.document)),
  ];

  Guitu.panels.indicator = (app, index, row) => [
    Guitu.make("dl", {}, others(app, row)),
    listed(app, "thing.figures", app.index.figuresOfIndicator(index), (at) => [Guitu.figureRow(app, at),
      Guitu.make("small", {}, app.data.documents[app.data.figures[at].document]?.title)]),
  ];

  const mentionRow = (app) => (at) => {
    const row = app.data.mentions[at];
    return [Guitu.link(app, "place", row.place), ` ${app.code("place", row.type)} `, row.focus.map((topic) => [Guitu.link(app, "topic", topic), " "]),
      row.task !== null && Guitu.make("small", {}, Guitu.link(app, "task", row.task)), Guitu.proof(app, row.proof)];
  };

  Guitu.panels.place = function (app, index, row) {
    const found = app.index.mentionsOfPlace(index), own = found.map((at) => app.data.mentions[at]).filter((one) => one.place === index);
    const unique = (values) => [...new Set(values.flat().filter((at) => at !== null))];
    return [
      Guitu.make("dl", {}, others(app, row), Guitu.field(app.t("thing.district"),
        unique(own.map((one) => one.district)).map((at) => [Guitu.link(app, "place", at), " "])),
        Guitu.field(app.t("thing.focus"), unique(own.map((one) => one.focus)).map((at) => [Guitu.link(app, "topic", at), " "]))),
      listed(app, "thing.mentions", found, mentionRow(app)),
    ];
  };

  Guitu.panels.mention = (app, index, row) => [Guitu.make("dl", {}, ...within(app, row)),
    Guitu.make("ul", { class: "rows" }, Guitu.make("li", {}, mentionRow(app)(index)))];

  Guitu.panels.topic = (app, index, row) => [
    Guitu.make("dl", {}, others(app, row), Guitu.field(app.t("thing.broader"), row.broader !== null && Guitu.link(app, "topic", row.broader))),
    listed(app, "thing.tasks", app.index.tasksOfTopic(index), taskRow(app)),
    listed(app, "thing.places", app.index.mentionsOfTopic(index), mentionRow(app)),
  ];

  Guitu.panels.reference = (app, index, row) => [Guitu.make("dl", {}, ...within(app, row),
    Guitu.field(app.t("thing.type"), app.code("relation", row.relation))), quoted(app, row)];

  Guitu.panels.incentive = (app, index, row) => [
    Guitu.make("dl", {}, Guitu.field(app.t("thing.beneficiary"), row.beneficiary), Guitu.field(app.t("thing.condition"), row.condition),
      ...within(app, row)),
    quoted(app, row),
  ];

  Guitu.panels.gap = (app, index, row) => [Guitu.make("dl", {}, Guitu.field(app.t("thing.reason"), app.reason(row.reason)), ...within(app, row)),
    quoted(app, row)];
})((globalThis.Guitu ??= {}));
