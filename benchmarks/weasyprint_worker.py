"""The child process for WeasyPrint: the plan's HTML on stdin, a tagged PDF on stdout."""

import sys

from weasyprint import HTML

if __name__ == "__main__":
    sys.stdout.buffer.write(HTML(string=sys.stdin.read()).write_pdf(pdf_variant="pdf/ua-1"))
