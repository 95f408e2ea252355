import { schemes, systemFont } from '@debrief/publish';

function colours(scheme: keyof typeof schemes): string {
  return Object.entries(schemes[scheme])
    .map(([role, colour]) => `--${role}:${colour};`)
    .join('');
}

/** The one style sheet of the pages: paper and ink, one accent, everything on steps of 4 pixels. */
export const styleText = `:root{color-scheme:light dark;${colours('light')}}
@media (prefers-color-scheme:dark){:root{${colours('dark')}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:16px}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/20px ${systemFont};font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1{font-size:26px;line-height:32px;font-weight:700;letter-spacing:-.01em;margin:0 0 8px;text-wrap:balance}
h2{font-size:16px;line-height:24px;font-weight:600;margin:32px 0 8px}
h3{font-size:14px;font-weight:600;margin:16px 0 4px}
p,ul,ol{margin:0 0 12px}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:8px;top:-60px;background:var(--card);padding:8px 12px;z-index:2}
.skip:focus{top:8px}
.top{display:flex;flex-wrap:wrap;align-items:center;gap:4px 8px;padding:6px 16px;background:var(--card);border-bottom:1px solid var(--line)}
.top a{color:var(--soft);text-decoration:none;padding:6px 8px;border-radius:6px}
.top a:hover,.top a[aria-current]{color:var(--ink);background:var(--paper)}
.top a[aria-current]{box-shadow:inset 0 -2px var(--accent)}
.top .name{font-weight:700;color:var(--ink);font-size:15px}
.top nav{display:flex;flex-wrap:wrap;gap:4px;margin-right:auto}
.top form{display:flex;margin:0;flex:0 1 200px}
.top input{width:100%;height:32px}
.top a.button{color:var(--card);background:var(--accent)}
.page{max-width:1040px;margin:0 auto;padding:32px 24px 64px}
.narrow-page{max-width:440px}
.soft,.meta{color:var(--soft)}
.meta{font-size:13px}
.rows{list-style:none;padding:0;margin:0;border-top:1px solid var(--line)}
.rows>li{display:grid;grid-template-columns:88px minmax(0,1fr) auto;gap:4px 12px;padding:8px 0;border-bottom:1px solid var(--line);align-items:start}
.rows .title{font-weight:600;color:var(--ink);text-decoration:none}
.rows .title:hover{text-decoration:underline}
.rows p{margin:0}
.rows .end{text-align:right;display:flex;gap:8px;flex-wrap:wrap;justify-content:flex-end}
.rows mark{background:var(--warnfill);color:inherit}
.pill{display:inline-block;max-width:100%;padding:1px 8px;border:1px solid var(--frame);border-radius:12px;font-size:12px;line-height:18px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;vertical-align:middle}
.pill.bad{background:var(--errorfill);border-color:var(--errorfill);color:var(--error)}
.pill.warn{background:var(--warnfill);border-color:var(--warnfill);color:var(--warn)}
.pill.good{background:var(--okfill);border-color:var(--okfill);color:var(--ok)}
.pill.now{background:var(--accentfill);border-color:var(--accentfill);color:var(--accent)}
.facts{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;color:var(--soft);margin:0 0 16px;padding:0;list-style:none}
.facts li{min-width:0}
.doing{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 16px;align-items:center}
.doing form{margin:0}
button,.button{display:inline-block;font:inherit;font-weight:500;line-height:20px;padding:5px 12px;border:1px solid var(--frame);border-radius:6px;background:var(--card);color:var(--ink);text-decoration:none;cursor:pointer}
button:hover,.button:hover{border-color:var(--ink)}
button.main,.button.main{background:var(--accent);border-color:var(--accent);color:var(--card)}
kbd{font:12px/16px ui-monospace,monospace;border:1px solid var(--line);border-radius:4px;padding:0 4px}
label{display:block;font-weight:500;margin:12px 0 4px}
label.one{display:inline-flex;gap:6px;align-items:center;font-weight:400;margin:4px 12px 4px 0}
.send{margin-top:16px}
.page-said{max-width:1376px;margin:0 auto;padding:16px 24px 0}
.page-said .note{margin:0}
.hint{color:var(--soft);font-size:13px;margin:0 0 4px}
input,select,textarea{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--frame);border-radius:6px;padding:5px 8px;max-width:100%}
input[type=text],input[type=email],input[type=password],input[type=search],input[type=number],select{height:32px}
.wide-field,form.stacked input:not([type=checkbox]):not([type=hidden]),form.stacked select{width:100%}
textarea{width:100%;font:13px/20px ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace;resize:vertical;tab-size:4}
fieldset{border:0;margin:0;padding:0}
legend{font-weight:600;padding:0}
.note{padding:8px 12px;border-left:3px solid var(--accent);background:var(--accentfill);margin:0 0 16px}
.note.bad{border-color:var(--error);background:var(--errorfill)}
.note.warn{border-color:var(--warn);background:var(--warnfill)}
.note.good{border-color:var(--ok);background:var(--okfill)}
.note p:last-child,.note ul:last-child{margin:0}
.sheet{display:grid;grid-template-columns:minmax(0,1fr);gap:0 40px;max-width:1376px;margin:0 auto;padding:24px 16px 64px}
.sheet>*{min-width:0}
.outline h2,.side h2{font-size:12px;line-height:20px;text-transform:uppercase;letter-spacing:.02em;color:var(--soft);margin:24px 0 8px}
.outline ul{list-style:none;padding:0;margin:0}
.outline a{display:block;padding:4px 8px;border-radius:6px;color:var(--ink);text-decoration:none}
.outline a:hover{background:var(--card);text-decoration:underline}
.outline .deeper a{padding-left:20px;color:var(--soft)}
.outline{display:none}
.timeline-picture{border:1px solid var(--line);border-radius:8px;background:var(--card);padding:12px;margin:0 0 8px;container-type:inline-size}
.picture{display:block;width:100%;max-width:720px;height:auto}
.picture text{white-space:pre}
.picture.narrow{display:none}
@container (max-width:500px){.picture.wide{display:none}.picture.narrow{display:block}}
.document{font-size:15px;line-height:24px;max-width:720px}
.document>p,.document>ul,.document>ol,.document>blockquote{max-width:66ch}
.document h2,.document h3{font-size:18px;margin:32px 0 8px}
.document h3{font-size:16px;margin-top:28px}
.document h4,.document h5,.document h6{font-size:14px;margin:20px 0 4px}
.document ul,.document ol{padding-left:24px}
.document li.task-list-item{list-style:none}
.document li.task-list-item>input,.document li.task-list-item>p>input{margin:0 6px 0 -20px;vertical-align:-1px}
.document blockquote{margin:0 0 12px;padding:0 0 0 12px;border-left:3px solid var(--line);color:var(--soft)}
.document hr{border:0;border-top:1px solid var(--line);margin:24px 0}
.document img{max-width:100%;height:auto}
.document mark{background:none;color:inherit}
.document mark.unknown{background:var(--warnfill);color:var(--warn);padding:0 2px;border-radius:3px}
.document mark.finding{text-decoration:underline wavy var(--warn) 1px;text-underline-offset:3px}
mark:target{outline:2px solid var(--accent);outline-offset:2px}
code,pre{font:13px/20px ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace}
:not(pre)>code{background:var(--card);border:1px solid var(--line);border-radius:4px;padding:0 3px}
.scroll{overflow-x:auto;margin:0 0 16px}
.scroll pre{margin:0;padding:12px;background:var(--card);border:1px solid var(--line);border-radius:6px;min-width:fit-content;overflow-wrap:normal}
table{border-collapse:collapse;font-size:14px;line-height:20px;overflow-wrap:break-word}
th,td{padding:6px 16px 6px 8px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600}
.to-right{text-align:right}.to-center{text-align:center}
.footnotes{border-top:1px solid var(--line);margin-top:32px;font-size:13px}
.plain{list-style:none;padding:0}
.plain li{padding:4px 0}
.side ul{list-style:none;padding:0;margin:0}
.side li{padding:8px 0;border-bottom:1px solid var(--line)}
.side li>p{margin:0 0 4px}
.side .question{font-weight:500}
.numbers{margin:0}
.numbers>div{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 12px;padding:6px 0;border-bottom:1px solid var(--line)}
.numbers dt,.numbers dd{margin:0}
.numbers dd{font-weight:600;text-align:right}
.numbers .how{grid-column:1/-1;font-weight:400;text-align:left;color:var(--soft);font-size:13px}
details{margin:0 0 12px}
details>summary{cursor:pointer;color:var(--accent);font-size:13px}
.diff{border:1px solid var(--line);border-radius:6px;background:var(--card);font:13px/20px ui-monospace,Menlo,Consolas,monospace;margin:0 0 16px;padding:0;list-style:none}
.diff li{display:grid;grid-template-columns:84px minmax(0,1fr);gap:8px;padding:0 8px;white-space:pre-wrap}
.diff .sign{color:var(--soft);user-select:none}
.diff .removed{background:var(--errorfill)}
.diff .added{background:var(--okfill)}
.diff del{text-decoration:line-through;text-decoration-thickness:1px;color:var(--error)}
.diff ins{text-decoration:underline;text-decoration-thickness:2px;color:var(--ok)}
.diff .left-out{color:var(--soft);padding:4px 8px;display:block}
.filters{display:flex;flex-wrap:wrap;gap:8px;align-items:end;margin:0 0 16px}
.filters label{margin:0 0 2px;font-size:13px}
.filters .grow{flex:1 1 220px}
.filters input:not([type=checkbox]){width:100%}
.filters label.one{margin:0 8px 6px 0;white-space:nowrap}
.columns{display:grid;gap:0 40px;grid-template-columns:minmax(0,1fr)}
.columns>*{min-width:0}
.comment{border-left:2px solid var(--line);padding:0 0 0 12px;margin:0 0 16px}
.comment blockquote{margin:0 0 4px;color:var(--soft)}
.said{white-space:pre-wrap;margin:0 0 4px}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{max-width:1376px;margin:0 auto;padding:16px;color:var(--soft);font-size:13px}
@media (min-width:700px){.columns{grid-template-columns:minmax(0,1fr) 280px}}
@media (min-width:960px){.sheet{grid-template-columns:minmax(0,1fr) 320px;padding:32px 24px 64px}.sheet>.side{grid-column:2;grid-row:1}}
@media (min-width:1240px){.sheet{grid-template-columns:200px minmax(0,1fr) 340px}.outline{display:block;grid-column:1;grid-row:1}.sheet>.text{grid-column:2;grid-row:1}.sheet>.side{grid-column:3}.outline>div{position:sticky;top:16px;max-height:calc(100vh - 32px);overflow-y:auto}}
@media (max-width:959px){.sheet{max-width:768px}.sheet>.side{border-top:1px solid var(--line);margin-top:32px}.top form{order:3;flex:1 1 100%}}
@media (max-width:559px){.page{padding:16px 16px 48px}h1{font-size:22px;line-height:28px}.rows>li{grid-template-columns:minmax(0,1fr) auto}.rows>li>.what{grid-column:1/-1;grid-row:2}.diff li{grid-template-columns:48px minmax(0,1fr)}th,td{padding-right:8px}}
@media (prefers-reduced-motion:no-preference){button,.button,a{transition:background-color .1s,border-color .1s}}
@media print{@page{margin:14mm}:root{color-scheme:light;${colours('light')}--paper:#fff}.top,.skip,.outline,.doing,form,footer{display:none}.sheet{display:block;padding:0}.page{padding:0;max-width:none}.scroll{overflow:visible}.scroll pre{white-space:pre-wrap}.document{max-width:none;font-size:10.5pt}tr,figure{break-inside:avoid}h1,h2,h3{break-after:avoid}a{color:inherit}}
`;
