// A task: who owns it, who may, until when, to what target, where it stands, and which tasks elsewhere mean the same.
(function (Guitu) {
  "use strict";

  Guitu.addWords({
    "task.owners": ["责任单位", "Owners"],
    "task.unowned": ["文件没有写明由谁负责这项任务。", "The document does not say who owns this task."],
    "task.whyNone": ["也没有建议：{reason}。", "None is suggested, either: {reason}."],
    "task.due": ["推定时限", "Derived due year"],
    "task.annex": ["正文没有写明，本文件的附件（或分工表）对同一任务写明：", "The body names none; the annex or table of the document does, of the same task: "],
    "task.inherited": ["由上级任务的责任单位负责：", "By the owners of the task around it: "],
    "task.suggested": ["建议的责任单位（非文件写明）", "Suggested owners (not stated)"],
    "task.score": ["可信度 {score}", "score {score}"],
    "task.chain": ["依据：", "Because: "],
    "task.targets": ["目标与现状", "Targets and observations"],
    "task.number": ["文件中的编号", "Number in the document"],
    "task.deadline": ["完成时限", "Deadline"],
    "task.where": ["位置", "Place in the document"],
    "task.topics": ["领域", "Topics"],
    "task.parent": ["上级任务", "Part of"],
    "task.parts": ["下级任务", "Contains"],
    "task.related": ["其他文件中的相关任务", "Related tasks of other documents"],
    "task.same": ["本文件中的同一任务", "The same task in this document"],
    "task.places": ["涉及地点", "Places"],
    "task.incentives": ["扶持", "Incentives"],
    "task.body": ["内容", "Body"],
    "task.quote": ["原文", "Quote"],
    "task.corrected": ["人工更正", "Corrected by hand"],
    "task.ceiling": ["最高", "up to"],
  });

  Guitu.role = (app, role, suggested) => Guitu.make("span", { class: `role ${role}${suggested ? " suggested" : ""}` }, app.t(`role.${role}`));

  // What a person decided on a fact: what, who, when, why
  Guitu.corrected = (app, row) => row.corrected && row.corrected[app.lang].split("\n").map((words) => Guitu.make("small", { class: "corrected" }, words));

  // Owners with roles, the document's own words beside them
  Guitu.dutyRow = (app, at) => {
    const duty = app.data.duties[at];
    return [Guitu.role(app, duty.role), Guitu.ownerLink(app, duty), Guitu.corrected(app, duty), Guitu.proof(app, duty.proof), Guitu.judgeDuty(app, at)];
  };

  function suggestion(app, at) {
    const { make, link } = Guitu, row = app.data.suggestions[at], alignment = app.data.alignments[row.alignment], duty = app.data.duties[row.duty];
    const other = alignment && (alignment.a === row.task ? alignment.b : alignment.a);
    return [
      Guitu.role(app, row.role, true), link(app, "agency", row.agency),
        make("span", { class: "score" }, app.t("task.score", { score: Guitu.percent(row.score) })),
      make("p", { class: "reason" }, app.reason(row.reason)),
      alignment && make("p", { class: "chain" }, app.t("task.chain"), link(app, "task", other),
        ` ${app.code("alignment", alignment.relation)} ${Guitu.percent(alignment.score)}`,
        duty && [" → ", Guitu.role(app, duty.role), link(app, "agency", duty.agency)]),
      duty && Guitu.proof(app, duty.proof), Guitu.judgeSuggestion(app, at),
    ];
  }

  function related(app, at, task) {
    const { make, link } = Guitu, row = app.data.alignments[at], other = row.a === task ? row.b : row.a;
    return [
      link(app, "task", other), make("span", { class: "score" }, `${app.code("alignment", row.relation)} ${Guitu.percent(row.score)}`),
      make("small", {}, app.data.documents[app.data.tasks[other].document].title), make("p", { class: "reason" }, app.reason(row.reason)),
    ];
  }

  Guitu.figureRow = (app, at) => [Guitu.link(app, "figure", at), Guitu.make("small", {}, app.t(`kind.${app.data.figures[at].kind}`)),
    Guitu.corrected(app, app.data.figures[at])];

  Guitu.sectionPath = (app, row) => [
    Guitu.link(app, "document", row.document),
    Guitu.path(app.data, row.section).map((at) => [" › ", Guitu.link(app, "section", at)]),
  ];

  function owners(app, index) {
    const { make, link } = Guitu, found = app.index.ownersOfTask(index);
    if (!found.duties.length) return [make("p", { class: "warn" }, app.t("task.unowned")),
      Guitu.whyNone(app, index) && make("p", { class: "note" }, app.t("task.whyNone", { reason: Guitu.whyNone(app, index) }))];
    return [
      found.of !== index && make("p", {}, app.t(`task.${found.basis}`), link(app, "task", found.of)),
      Guitu.shortly(app, found.duties, (at) => make("div", { "data-duty": `${index}:${app.data.duties[at].agency}` }, Guitu.dutyRow(app, at))),
    ];
  }

  const incentive = (app, at) => {
    const row = app.data.incentives[at];
    return [row.ceiling && `${app.t("task.ceiling")} `, Guitu.link(app, "incentive", at), row.beneficiary && ` ${row.beneficiary}`];
  };

  Guitu.panels.task = function (app, index, task) {
    const { make, part, field, link, shortly } = Guitu, { index: of } = app;
    const body = Array.isArray(task.body) ? Guitu.quote(app, [task.proof[0], ...task.body]) : task.body;
    return [
      app.state.view === "graph" && app.state.flow && Guitu.cascade(app, index),
      part(app.t("task.owners"), owners(app, index), Guitu.addOwner(app, index)),
      part(app.t("task.suggested"), of.suggestionsOfTask(index).length && shortly(app, of.suggestionsOfTask(index), (at) => suggestion(app, at), 5)),
      make("dl", {},
        field(app.t("task.number"), task.written), field(app.t("task.deadline"), task.deadline), field(app.t("task.due"), Guitu.dueWords(app, index)),
        field(app.t("task.where"), Guitu.sectionPath(app, task)),
        field(app.t("task.parent"), task.parent !== null && link(app, "task", task.parent)),
        field(app.t("task.topics"), task.topics.map((at) => [link(app, "topic", at), " "]))),
      part(app.t("task.corrected"), Guitu.corrected(app, task)),
      part(app.t("task.targets"), of.figuresOfTask(index).length && shortly(app, of.figuresOfTask(index), (at) => Guitu.figureRow(app, at))),
      part(app.t("task.quote"), Guitu.proof(app, task.proof), body && make("details", { open: body.length < 200 },
        make("summary", {}, app.t("task.body")), make("p", { class: "body" }, body))),
      part(app.t("task.related"), of.relatedOfTask(index).length && shortly(app, of.relatedOfTask(index), (at) => related(app, at, index), 6)),
      part(app.t("task.same"), of.sameTask(index).length && shortly(app, of.sameTask(index), (at) => related(app, at, index), 6)),
      part(app.t("task.parts"), of.partsOfTask(index).length && shortly(app, of.partsOfTask(index), (at) => link(app, "task", at))),
      part(app.t("task.places"), of.mentionsOfTask(index).length && shortly(app, of.mentionsOfTask(index),
        (at) => link(app, "place", app.data.mentions[at].place))),
      part(app.t("task.incentives"), of.incentivesOfTask(index).length && shortly(app, of.incentivesOfTask(index), (at) => incentive(app, at))),
    ];
  };
})((globalThis.Guitu ??= {}));
