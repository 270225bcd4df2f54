"""What programs put on the clipboard, shortened, and what a section keeps of it."""

from __future__ import annotations

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {mso-number-format:"\\#\\,\\#\\#0";}--></style></head><body>
<table border=0 cellpadding=0 cellspacing=0 width=192><col width=64 span=3><!--StartFragment-->
 <tr height=20><td class=xl65 width=64>Mål</td><td align=right>2027</td><td>Utfall</td></tr>
 <tr height=20><td>Andel</td><td class=xl65 align=right>1 000</td><td align=right>12</td><td></td></tr>
 <tr height=20><td></td><td colspan=2>5<br>6</td></tr>
<!--EndFragment--><![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr><![endif]>
</table></body></html>"""
EXCEL_KEPT = (
    "<p><strong>Mål</strong> | <strong>2027</strong> | <strong>Utfall</strong></p>"
    "<p>Andel | 1 000 | 12</p><p>| 5 / 6</p>"
)

CALC = """<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<meta name="generator" content="LibreOffice 24.2"/><style type="text/css">td { font-size:x-small }</style></head>
<body><table cellspacing="0" border="0"><colgroup width="85"></colgroup><caption>Tabell 1</caption><tr>
<td rowspan=2 height="17" align="left"><font color="#000000">Umeå</font></td>
<td align="right" sdval="2025" sdnum="1053;"><font>2025</font></td><td align="right" sdval="1">1</td></tr>
<tr><td align="right" sdval="2026">2026</td><td align="right" sdval="2"><b>2</b></td></tr></table></body></html>"""
CALC_KEPT = (
    "<p>Tabell 1</p><p><strong>Umeå</strong> | <strong>2025</strong> | <strong>1</strong></p>"
    "<p>Umeå | 2026 | <strong>2</strong></p>"
)

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style>
</head><body lang=SV><!--StartFragment--><h1>Rubrik<o:p></o:p></h1><h4>Liten rubrik</h4>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Första <b>punkten</b></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span
style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><![endif]>Inre</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Wingdings'>
<span style='mso-list:Ignore'>\uf0a7<span>&nbsp;&nbsp;</span></span></span><![endif]>Sista: 10<sup>6</sup>
m<sup>2</sup></p>
<p class=MsoNormal>Not<a style='mso-footnote-id:ftn1' href="#_ftn1"><span
class=MsoFootnoteReference>1</span></a> om 12<span
style='position:relative;top:-3.0pt;mso-text-raise:3.0pt'>3</span>.</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Ett</p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span
style='mso-list:Ignore'>a)<span>&nbsp; </span></span>Delat</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Två</p>
<!--[if gte vml 1]><v:shape alt="Karta"></v:shape><![endif]--><![if !vml]><p><img src="file:///c/1.png" alt="Karta"></p>
<![endif]><!--EndFragment--></body></html>"""
WORD_KEPT = (
    "<h2>Rubrik</h2><h3>Liten rubrik</h3>"
    "<ul><li><p>Första <strong>punkten</strong></p><ul><li><p>Inre</p></li></ul></li><li><p>Sista: 10⁶ m²</p></li></ul>"
    "<p>Not¹ om 12³.</p><ol><li><p>Ett</p><ol><li><p>Delat</p></li></ol></li><li><p>Två</p></li></ol><p>[Karta]</p>"
)

WORD_ONLINE = """<div class="OutlineElement"><p class="Paragraph" role="heading" aria-level="1"><span><span
class="NormalTextRun">Rubrik</span></span><span class="EOP">&nbsp;</span></p></div><div class="ListContainerWrapper"><ul
class="BulletListStyle1" role="list"><li data-leveltext="\uf0b7" data-font="Symbol" data-aria-posinset="1"
data-aria-level="1"><p class="Paragraph"><span class="TextRun">Ett</span><span
class="EOP">&nbsp;</span></p></li></ul></div>
<div class="ListContainerWrapper"><ul role="list"><li data-aria-posinset="1"
data-aria-level="2"><p>Två</p></li></ul></div>
<div class="ListContainerWrapper"><ol start="1" role="list"><li data-aria-posinset="1"
data-aria-level="1"><p>Tre</p></li></ol>
</div>"""
WORD_ONLINE_KEPT = "<h2>Rubrik</h2><ul><li><p>Ett</p><ul><li><p>Två</p></li></ul></li></ul><ol><li><p>Tre</p></li></ol>"

GOOGLE_DOCS = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f"><p dir="ltr"><span
style="font-weight:700;vertical-align:baseline;">10</span><span
style="font-size:0.6em;vertical-align:super;">6</span><span>
CO</span><span style="vertical-align:sub;">2</span></p><div dir="ltr"
align="left"><table><colgroup><col/></colgroup><tbody>
<tr><td><p dir="ltr"><span>Mål</span></p></td><td><p dir="ltr"><span>2027</span></p></td></tr>
<tr><td><p><span>Utfall</span>
</p></td><td><p>12</p><p>13</p></td></tr></tbody></table></div><br/></b>"""
GOOGLE_DOCS_KEPT = (
    "<p><strong>10</strong>⁶ CO₂</p><p><strong>Mål</strong> | <strong>2027</strong></p><p>Utfall | 12 / 13</p>"
)

OUTLOOK = """<div style="font-family: Aptos"><p class="elementToProof MsoListParagraph" style="margin-left: 36pt;"><span
style="font-family: Symbol;">·</span><span style="font-size: 7pt;">&nbsp;&nbsp;&nbsp;&nbsp;</span>Ett</p>
<p class="MsoListParagraph" style="margin-left: 72pt;"><span>o</span><span>&nbsp;&nbsp; </span>Inre</p></div>
<table role="presentation"><tr><td><p>Hej!</p><p>Med vänlig hälsning</p></td></tr></table>
<div style="display:flex"><span>12</span><span>345</span></div>"""
OUTLOOK_KEPT = (
    "<ul><li><p>Ett</p><ul><li><p>Inre</p></li></ul></li></ul><p>Hej!</p><p>Med vänlig hälsning</p><p>12\u2003345</p>"
)

PDF = """Upphandlingen är den största delen av kommunens inköp, och upphand-
lingsenheten sköter den tillsammans med social-
och utbildningsförvaltningen i flera EU-
projekt som pågår 2025-
2027 i hela kommunen.

\uf0b7 Ett
\uf0b7 Två rader som
går vidare

1. Först
2. Sedan

> Vad menar du
> med det?

Anna
Storgatan 1"""
PDF_KEPT = (
    "<p>Upphandlingen är den största delen av kommunens inköp, och upphandlingsenheten sköter den tillsammans med "
    "social- och utbildningsförvaltningen i flera EU-projekt som pågår 2025-2027 i hela kommunen.</p>"
    "<ul><li><p>Ett</p></li><li><p>Två rader som går vidare</p></li></ul><ol><li><p>Först</p></li><li><p>Sedan</p></li>"
    "</ol><blockquote><p>Vad menar du med det?</p></blockquote><p>Anna<br>Storgatan 1</p>"
)

HTML = {
    "excel": (EXCEL, EXCEL_KEPT),
    "calc": (CALC, CALC_KEPT),
    "word": (WORD, WORD_KEPT),
    "word-online": (WORD_ONLINE, WORD_ONLINE_KEPT),
    "google-docs": (GOOGLE_DOCS, GOOGLE_DOCS_KEPT),
    "outlook": (OUTLOOK, OUTLOOK_KEPT),
}
