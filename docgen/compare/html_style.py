"""The style sheet of the HTML page: everything it needs is in the page itself."""

STYLE = """
:root {
  color-scheme: light;
  --ink: #1b1b1f; --soft: #5c5f66; --line: #d9dbe0;
  --in: #0a6b2d; --in-back: #dff5e4; --out: #a3151b; --out-back: #fde4e4;
}
* { box-sizing: border-box }
body {
  margin: 0 auto; max-width: 1180px; padding: 24px; color: var(--ink); background: #f6f7f9;
  font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
h1 { font-size: 24px; margin: 0 0 4px }
h2 { font-size: 18px; margin: 0 0 8px; overflow-wrap: anywhere }
h3 { font-size: 15px; margin: 20px 0 8px }
section {
  background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 18px 20px; margin: 18px 0;
}
.summary, .status, .note { color: var(--soft); margin: 0 0 10px }
.none { font-size: 17px }
ol { list-style: none; margin: 0; padding: 0 }
ol > li { border-left: 4px solid var(--line); padding: 6px 12px; margin: 10px 0; background: #fcfcfd }
li p { margin: 4px 0 }
li.added { border-color: var(--in) }
li.removed { border-color: var(--out) }
li.moved { border-color: #6b4fbb }
li.text { border-color: #1f5fbf }
li.look { border-color: #b8860b }
.where { font-weight: 600 }
.what { color: var(--soft); font-size: 13px }
.words { white-space: pre-wrap; overflow-wrap: anywhere }
ins { color: var(--in); background: var(--in-back); text-decoration: none; padding: 0 1px }
del { color: var(--out); background: var(--out-back); border-radius: 2px; padding: 0 1px }
table { border-collapse: collapse }
.looks th { font-weight: 400; color: var(--soft); text-align: left; padding: 1px 14px 1px 0 }
.looks td { padding: 1px 10px 1px 0 }
.index { width: 100%; background: #fff }
.index th, .index td { border: 1px solid var(--line); padding: 5px 10px; text-align: left }
.index td.num { text-align: right }
pre { white-space: pre-wrap; background: #f6f7f9; padding: 10px; border-radius: 6px; font-size: 13px }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px }
figure { margin: 0 }
figcaption { color: var(--soft); font-size: 13px }
.sheet { position: relative; border: 1px solid var(--line); line-height: 0 }
.sheet img { width: 100% }
.sheet i { position: absolute; border: 2px solid #d9480f; background: rgba(255, 146, 43, .22) }
.nothing { border: 1px dashed var(--line); min-height: 80px; padding: 8px }
@media (max-width: 700px) { .pair { grid-template-columns: 1fr } }
@media print { body { background: #fff } }
"""
