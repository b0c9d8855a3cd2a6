#include "app/cli/handout/handout_style.h"

#include <fmt/format.h>
#include <string_view>

#include "core/looks/tones.h"

namespace interleave::cli {
namespace {

constexpr std::string_view kRules = R"css(* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 54rem; padding: 2rem 1.5rem 4rem 4rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 Inter, "Segoe UI", "Helvetica Neue", "DejaVu Sans", Arial, sans-serif; overflow-wrap: break-word;
}
h1, h2, h3, h4 { line-height: 1.25; margin: 0 0 0.6rem; break-after: avoid; }
h1 { font-size: 2rem; margin-bottom: 0.3rem; }
h2 { font-size: 1.4rem; }
h3 { font-size: 1.15rem; }
h4 { font-size: 1rem; }
p, ul, ol, dl, pre, table, figure, blockquote { margin: 0 0 0.9rem; }
li > p, dd > p { margin: 0; }
.about, .number, .later, figcaption, .letter, blockquote { color: var(--quiet); }
.about { margin: 0; }
.slide { position: relative; margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.number { position: absolute; left: -3rem; width: 2rem; margin: 0; text-align: right; line-height: 1.75rem; }
code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
p code, li code, td code, th code, dd code { background: var(--raised); border-radius: 3px; padding: 0.1em 0.25em; }
pre { background: var(--raised); border-radius: 6px; padding: 0.7rem 0.9rem; white-space: pre-wrap; }
mark { background: var(--line); color: inherit; font-weight: 700; }
table { border-collapse: collapse; }
th, td { padding: 0.3rem 0.9rem 0.3rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { font-weight: 600; }
.right { text-align: right; }
.middle { text-align: center; }
img { max-width: 100%; height: auto; }
blockquote { border-left: 3px solid var(--line); padding-left: 0.9rem; margin-left: 0; }
figure { overflow-x: auto; }
figure > :last-child { margin-bottom: 0; }
figcaption { font-size: 0.9rem; margin-bottom: 0.3rem; }
figure.run svg { display: block; width: 100%; min-width: 40rem; height: auto; }
figure.run svg { border: 1px solid var(--line); border-radius: 6px; }
.question { border-left: 4px solid var(--accent); background: var(--raised); border-radius: 0 6px 6px 0; }
.question { padding: 0.8rem 1.1rem 0.4rem; margin-bottom: 0.9rem; }
.ask { font-weight: 600; }
.question .ask { margin-bottom: 0.5rem; }
.choices { list-style: none; padding: 0; margin-bottom: 0.4rem; }
.choices label { display: flex; gap: 0.6rem; padding: 0.25rem 0; }
.choices input {
  appearance: none; flex: none; width: 1.1rem; height: 1.1rem; margin: 0.2rem 0 0; border: 1.5px solid var(--text);
  border-radius: 3px; background: var(--ground);
}
.choices input:checked { background: var(--accent); box-shadow: inset 0 0 0 2px var(--ground); }
.letter { font-weight: 600; min-width: 1rem; }
.line { width: 100%; border: 0; border-bottom: 1.5px solid var(--text); background: none; color: inherit; font: inherit; }
#answers { margin-top: 3rem; border-top: 3px solid var(--text); padding-top: 1.5rem; break-before: page; }
#answers h2 { font-size: 1.7rem; margin: 0; }
#answers h2 + .slide { border-top: 0; margin-top: 0; }
dt { font-weight: 400; }
dt.correct { font-weight: 700; }
dd { margin: 0 0 0.6rem 1.6rem; }
aside { border: 1px solid var(--line); border-radius: 6px; padding: 0.7rem 1rem; font-size: 0.95rem; }
aside h4 { margin-bottom: 0.2rem; }
aside p { margin: 0; }
@media (max-width: 46rem) {
  body { padding: 1.25rem 1rem 3rem; }
  .number { position: static; text-align: left; line-height: 1.25; }
}
@page { size: A4; margin: 16mm 16mm 18mm; }
@media print {
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0 0 0 2.2rem; background: none; }
  .number { position: absolute; left: -2.6rem; text-align: right; line-height: 1.75rem; }
  .slide, figure, pre, table, .question, aside, dd { break-inside: avoid; }
  dt, .ask, p:has(+ ol), p:has(+ ul) { break-after: avoid; }
  dl > dt:first-child { break-before: avoid; }
  #answers { margin-top: 0; border-top: 0; padding-top: 0; }
  #answers .slide { break-inside: auto; }
  figure { overflow: visible; }
  figure.run svg { min-width: 0; }
  .question, pre { background: none; border: 1px solid var(--line); border-radius: 0; }
  .question { border-left: 4px solid var(--accent); }
}
)css";

std::string tones(const Tones& tones) {
  return fmt::format(":root {{ --ground: {}; --raised: {}; --line: {}; --text: {}; --quiet: {}; --accent: {}; }}\n",
                     hex(tones.ground), hex(tones.raised), hex(tones.line), hex(tones.text), hex(tones.quiet_text),
                     hex(tones.accent));
}

}  // namespace

std::string handout_style() {
  return fmt::format(
             ":root {{ color-scheme: light dark; }}\n{}@media screen and (prefers-color-scheme: dark) {{ {}}}\n",
             tones(kLightTones), tones(kDarkTones))
      .append(kRules);
}

}  // namespace interleave::cli
