/** The look of report.html: light and dark on screens, black on white paper; text contrast at least AA. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--paper:#fff;--sunken:#edf1ef;--ink:#13211f;--ink2:#4a5a56;--line:#d3dbd8;--accent:#0b5a60;--found:#0b6b70;--left:#e3a98f;--uncovered:#b5431a;--uncovered-ink:#9c3511;--inactive-ink:#7a5200;--good:#1c6a3c;--alarm:#a3261b;--c0:#edf1ef;--c1:#fbe3d8;--c2:#f3b79d;--c3:#b94f27;--c4:#8c2f0d;--on-low:#13211f;--on-high:#fff}
@media screen and (prefers-color-scheme:dark){:root{--paper:#0f1716;--sunken:#1c2927;--ink:#e4ecea;--ink2:#a9b8b3;--line:#33433f;--accent:#8ad0cd;--found:#45a5a4;--left:#8a4a30;--uncovered:#e0744a;--uncovered-ink:#f39a76;--inactive-ink:#eabf6b;--good:#7ecb9a;--alarm:#ff9d90;--c0:#1c2927;--c1:#4a2a1d;--c2:#80391e;--c3:#e58a63;--c4:#ffc3a8;--on-low:#f1f5f4;--on-high:#1b0d06}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Open Sans",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1060px;margin:0 auto;padding:32px 24px 64px}
h1{font-size:clamp(26px,4.4vw,42px);line-height:1.12;letter-spacing:-.02em;margin:4px 0 8px;text-wrap:balance}
h2{font-size:22px;line-height:1.25;letter-spacing:-.01em;margin:0 0 8px}
h3{font-size:16px;margin:20px 0 6px}
section{margin-top:48px}
p{margin:0 0 12px;max-width:72ch}
.kicker{color:var(--accent);font-weight:600;margin:0}
.asof{color:var(--ink2);margin-bottom:20px}
.asof b{color:var(--ink)}
.answer{font-size:clamp(18px,2.4vw,22px);line-height:1.45;max-width:60ch;border-left:4px solid var(--uncovered);padding-left:16px;margin:0}
.answer .en{font-size:15px;margin-top:6px}
.en{color:var(--ink2);font-weight:400;font-size:.82em;letter-spacing:0}
h2 .en,h3 .en{margin-left:6px}
.line{display:block}
.note{color:var(--ink2);font-size:14px}
.note b{color:var(--ink)}
.figures{margin-top:28px}
.figures dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:0 28px;margin:0 0 14px;border-top:2px solid var(--ink)}
.figure{padding:12px 0 10px}
.figure dt{font-weight:600}
.figure dt .en{display:block}
.figure dd{margin:0;display:flex;flex-direction:column}
.figure dd b{font-size:34px;line-height:1.2;letter-spacing:-.02em;font-weight:650}
.figure dd span{font-size:14px;color:var(--ink2)}
.uncovered dd b{color:var(--uncovered-ink)}
.inactive dd b{color:var(--inactive-ink)}
.scroll{overflow-x:auto}
.scroll+p,.scroll+.note{margin-top:10px}
table{border-collapse:collapse;width:100%;font-size:15px}
th,td{text-align:left;vertical-align:top;padding:7px 12px 7px 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:13px;color:var(--ink2);font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--ink2)}
thead .n{white-space:normal}
tbody th{font-weight:500}
tfoot th,tfoot td{border-bottom:0;border-top:1.5px solid var(--ink2);font-weight:600}
.n{text-align:right;white-space:nowrap}
.n+td:not(.n),.n+th:not(.n){padding-left:14px}
.sub{display:block;overflow-wrap:anywhere;color:var(--ink2);font-size:13px;font-weight:400}
.chart{width:30%;min-width:90px}
.chart.small{width:16%}
.bar{display:block;width:100%;height:20px;overflow:visible}
.bars .bar{height:22px}
.track{fill:var(--sunken)}
rect.found{fill:var(--found)}
rect.left{fill:var(--left)}
rect.uncovered{fill:var(--uncovered)}
.whisker{stroke:var(--ink);stroke-width:1.5;fill:none}
.bars th[scope=row]{width:34%}
tr.regency>*{font-weight:650;border-bottom-color:var(--ink2);padding-top:14px}
tr.district th{padding-left:16px;font-weight:400}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(310px,1fr));gap:18px 28px}
.tiles+h3{margin-top:28px}
.district h4{margin:0 0 6px;display:flex;justify-content:space-between;gap:8px;font-size:15px}
.district h4 span{color:var(--ink2);font-weight:400;font-size:13px;white-space:nowrap}
.district ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(84px,1fr));gap:3px}
.district li{padding:4px 6px 3px;min-width:0;color:var(--on-low)}
.district li{display:flex;flex-direction:column;justify-content:space-between}
.district li span{font-size:11px;line-height:1.2;overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow-wrap:anywhere}
.district li b{font-size:15px;line-height:1.25}
.c0{background:var(--c0)}.c1{background:var(--c1)}.c2{background:var(--c2)}.c3{background:var(--c3)}.c4{background:var(--c4)}
.district .c3,.district .c4{color:var(--on-high)}
.legend{list-style:none;margin:0 0 16px;padding:0;display:flex;flex-wrap:wrap;gap:4px 18px;font-size:13px;color:var(--ink2)}
.legend i{display:inline-block;width:22px;height:13px;margin-right:6px;vertical-align:-1px;border:1px solid var(--line)}
.good{color:var(--good);font-weight:600}
.alarm{color:var(--alarm);font-weight:600}
.remarks{margin:0;padding-left:20px;font-size:15px}
ol{margin:0;padding-left:24px;max-width:76ch}
li{margin-bottom:4px}
.settings{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:10px 28px;margin:0 0 16px}
.settings dt{color:var(--ink2);font-size:13px}
.settings dd{margin:0;overflow-wrap:anywhere}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:620px){main{padding:20px 16px 48px}section{margin-top:38px}.wide{display:none}table{font-size:14px}th,td{padding-right:8px}.figures dl{grid-template-columns:1fr 1fr;gap:0 16px}.figure dd b{font-size:27px}h2 .en,h3 .en{margin-left:0;display:block}.tiles{grid-template-columns:1fr}.chart{min-width:56px}tbody .en.line{display:none}.coverage td.n{white-space:normal}tbody th{overflow-wrap:anywhere}}
@media print{@page{size:A4;margin:14mm 13mm 16mm}body{font-size:10.5pt}main{max-width:none;padding:0}section{margin-top:22pt}h1{font-size:24pt}h2{font-size:14pt;break-after:avoid}h3{break-after:avoid}.answer{font-size:13pt}table{font-size:9.5pt}thead{display:table-header-group}tr,li,.figure,.district,.settings div{break-inside:avoid}tfoot{display:table-row-group}.tiles{grid-template-columns:1fr 1fr}.district li,.legend i{print-color-adjust:exact;-webkit-print-color-adjust:exact}.scroll{overflow:visible}.figures dl{grid-template-columns:repeat(4,1fr)}.figure dd b{font-size:20pt}}
`;
