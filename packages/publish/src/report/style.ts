import { schemes, systemFont, type Scheme } from '../figures/theme.ts';
import { trusted, type Markup } from '../markup.ts';

function colours(scheme: Scheme): string {
  return Object.entries(schemes[scheme])
    .map(([role, colour]) => `--${role}:${colour};`)
    .join('');
}

/** The style sheet of a report: paper and ink, one accent, everything on steps of 4 pixels. */
export const style: Markup = trusted(`
:root{color-scheme:light dark;${colours('light')}}
@media (prefers-color-scheme:dark){:root{${colours('dark')}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 ${systemFont};font-variant-numeric:tabular-nums;overflow-wrap:break-word}
header,main,footer{max-width:1232px;margin:0 auto;padding:0 24px}
header{padding-top:40px}
h1{font-size:26px;line-height:32px;font-weight:700;letter-spacing:-.01em;margin:0 0 8px;text-wrap:balance}
h2{font-size:18px;line-height:24px;font-weight:600;margin:48px 0 16px;padding-top:16px;border-top:1px solid var(--line)}
h3{font-size:15px;line-height:20px;font-weight:600;margin:0}
p{margin:0 0 4px}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.lead{font-size:15px;color:var(--soft)}
.lead strong{color:var(--ink);font-weight:600}
.small,figcaption,.count,footer{font-size:13px;line-height:20px;color:var(--soft)}
.short-list{margin:32px 0 0;max-width:880px}
.short-list h2{margin:0 0 8px;padding:0;border:0;font-size:15px}
.short-list ul{list-style:none;margin:0;padding:0}
.short-list li{display:grid;grid-template-columns:minmax(200px,280px) 1fr;gap:0 24px;padding:8px 0;border-top:1px solid var(--line)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,480px),1fr));gap:16px;align-items:start}
figure{container-type:inline-size;margin:0;padding:16px;background:var(--card);border:1px solid var(--line);border-radius:8px;min-width:0}
figure.whole{grid-column:1/-1}
.statement{margin:4px 0 12px;max-width:66ch}
.pictures{min-width:0}
.foot{min-width:0}
.statement strong{font-weight:700}
.picture{display:block;width:100%;max-width:640px;height:auto;margin:0 0 12px;overflow:visible}
.picture text,.picture tspan{white-space:pre}
.picture.narrow{display:none}
@container (min-width:880px){.drawn{display:grid;grid-template-columns:minmax(0,600px) minmax(0,1fr);column-gap:40px;align-items:start}.drawn .head{grid-column:1/-1}}
@container (max-width:447px){.picture.wide{display:none}.picture.narrow{display:block}}
.nothing{padding:24px 0;color:var(--soft)}
figcaption p{margin:0 0 4px;max-width:80ch}
figcaption .facts{color:var(--ink)}
details{margin-top:12px;border-top:1px solid var(--line)}
summary{padding:8px 0 0;cursor:pointer;font-size:13px;line-height:20px;color:var(--accent)}
.scroll{overflow-x:auto;margin:8px 0}
table{border-collapse:collapse;font-size:13px;line-height:20px}
th,td{padding:4px 24px 4px 0;text-align:left;vertical-align:top;border-top:1px solid var(--line);font-weight:400}
thead th,thead td{border-top:0;color:var(--soft);white-space:nowrap;vertical-align:bottom}
tbody th{min-width:120px;max-width:360px}
td{max-width:360px}
td.long{min-width:200px}
th.number,td.number{text-align:right;white-space:nowrap;min-width:0}
th:last-child,td:last-child{padding-right:0}
.picture-cell{vertical-align:middle;width:120px}
.range{display:block;margin:2px 0}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{margin-top:48px;padding-top:16px;padding-bottom:40px}
footer p{max-width:80ch}
@media (max-width:559px){header,main,footer{padding-left:16px;padding-right:16px}header{padding-top:24px}.short-list li{grid-template-columns:1fr}figure{padding:12px}h2{margin-top:32px}}
@media print{
@page{margin:14mm}
.drawn{display:block}
:root{color-scheme:light;${colours('light')}--paper:#fff}
body{font-size:10.5pt}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
.figures{display:block}
figure{break-inside:avoid;border:0;border-bottom:1px solid var(--line);border-radius:0;padding:12px 0}
figure.whole{break-inside:auto}
h1,h2,h3,.statement{break-after:avoid}
h2{border:0;margin:16px 0 0}
tr,summary{break-inside:avoid}
thead{display:table-header-group}
a{color:inherit;text-decoration:none}
.scroll{overflow:visible}
table{font-size:8.5pt}
th,td{padding-right:8px}
.drawn .picture-cell{display:none}
tbody th,td.long{min-width:0}
thead th{white-space:normal}
.picture.wide{display:block;max-width:150mm}
.picture.narrow{display:none}
details.short::details-content{content-visibility:visible;display:block}
details:not([open]) summary{color:var(--soft);list-style:none}
details.long:not([open]){display:none}
summary::-webkit-details-marker{display:none}
}
`);
