"""What Umeå's local group wrote about the barriers inside the municipality, up to version 2."""

from datetime import datetime

from genprocure.demo.comments import answer, comment

COMMENTS = [
    comment(
        "policy-why-now",
        ("barrier", "policy"),
        "hanna",
        datetime(2023, 12, 14, 9, 15),
        """
        Policyn har fyra målgrupper men säger inget om kvinnor och män. Vad har hindrat er från att ändra den
        tidigare?
        """,
        answer(
            "karin",
            datetime(2024, 1, 9, 14, 20),
            """
            Ingen har haft i uppdrag att ta upp det. Policyn revideras nästa gång 2026, och då lämnar vi ett färdigt
            förslag. Det står nu som ett eget hinder att uppdraget saknas.
            """,
        ),
    ),
    comment(
        "followup-price",
        ("barrier", "followup"),
        "anneli",
        datetime(2024, 3, 12, 16, 40),
        """
        Vi räknar in villkoren i priset. Förra våren förlorade vi med två procent mot ett företag som inte hade någon
        plan alls. Ingen frågade efter planen, varken före eller efter. Ställ inte krav som ni inte tänker
        kontrollera.
        """,
        answer(
            "mikael",
            datetime(2024, 4, 29, 10, 5),
            """
            Vi har gått igenom avtalen och du har rätt, 14 av 25 saknar dokumenterad uppföljning. Vi har lagt till
            lösningen om en uppföljningsplan i varje avtal. Där står att ett krav som inte kan följas upp inte ska
            ställas.
            """,
        ),
    ),
    comment(
        "law-two-kinds",
        ("barrier", "law"),
        "elin",
        datetime(2024, 2, 15, 11, 30),
        """
        LOU tillåter mer än ni tror. Villkor om hur kontraktet ska fullgöras får ställas enligt 17 kap. 1 § så länge
        de har anknytning till kontraktet. Det som inte går är att bedöma företagets personalpolitik i allmänhet. Om
        ni skiljer på de två blir ni av med en stor del av osäkerheten.
        """,
        answer(
            "anna",
            datetime(2024, 10, 2, 9, 50),
            """
            Tack. Vi ordnar kravbanken efter det: kontraktsvillkor för sig, tilldelningskriterier för sig, och en rad
            om anknytningen vid varje formulering.
            """,
        ),
    ),
    comment(
        "law-small-firms",
        ("barrier", "law"),
        "siv",
        datetime(2024, 3, 4, 8, 55),
        """
        Små företag frågar inte om ett krav är lagligt. De lämnar bara inget anbud. Skriv i annonsen varför kravet
        finns och hur det ska visas.
        """,
        answer(
            "anna",
            datetime(2024, 10, 2, 9, 58),
            """
            Det gör vi. Varje formulering i kravbanken får en mening om skälet, och den följer med in i annonsen. Se
            även avsnittet om kommunikation.
            """,
        ),
    ),
    comment(
        "needs-clothes",
        ("barrier", "needs"),
        "carina",
        datetime(2024, 5, 13, 7, 45),
        """
        Arbetskläderna är vårt fel lika mycket som Upphandlingsbyråns. Vi skickade storlekarna från förra
        beställningen och ingen frågade personalen. Jag vill ha en fråga i mallen som jag inte kan hoppa över.
        """,
        answer(
            "leila",
            datetime(2024, 5, 20, 15, 10),
            """
            Frågan ”Vet vi det eller tror vi det?” finns nu i bedömningen. Den går inte att lämna tom, och svaret ”vi
            tror” är godkänt men syns.
            """,
        ),
    ),
    comment(
        "needs-meals",
        ("barrier", "needs"),
        "patrik",
        datetime(2024, 10, 3, 13, 25),
        """
        Vi har statistik över vad pojkar och flickor äter och slänger, skola för skola, sedan 2019. Ingen har bett om
        den i en upphandling. Det är alltså inte alltid uppgifterna som saknas.
        """,
        answer(
            "anna",
            datetime(2024, 10, 10, 10, 30),
            """
            Den hade jag behövt i våras. Får jag lägga en länk till den i kategoriplanen för måltider?
            """,
            is_answer=False,
        ),
        answer(
            "patrik",
            datetime(2024, 10, 10, 12, 2),
            "Ja, den uppdateras varje terminsslut.",
            is_answer=False,
        ),
    ),
    comment(
        "neutral-windows",
        ("barrier", "neutral"),
        "gustav",
        datetime(2024, 2, 19, 10, 12),
        """
        Jag köper fönster och hissar. Vad är jämställdhetsfrågan med ett fönster? Jag frågar på allvar, för mina
        projektledare kommer att fråga mig.
        """,
        answer(
            "elin",
            datetime(2024, 2, 20, 17, 35),
            """
            Fönstret i sig har kanske ingen. Men hur tungt det är att öppna avgör vem som kan vädra, och den som
            monterar det behöver någonstans att byta om.
            """,
            is_answer=False,
        ),
        answer(
            "leila",
            datetime(2024, 2, 21, 9, 0),
            """
            Svaret får vara nej. Det räcker att skriva ett skäl på en rad. För hissar skulle jag fråga om knapparnas
            höjd och belysningen, för fönster om öppningskraften. Då är frågan besvarad.
            """,
        ),
    ),
    comment(
        "users-unions",
        ("barrier", "users"),
        "hanna",
        datetime(2025, 3, 10, 9, 40),
        """
        Facken sitter inte med i gruppen. De vet mer om deltiderna i städningen än någon av oss.
        """,
        answer(
            "karin",
            datetime(2025, 3, 17, 13, 5),
            """
            Vi har bjudit in tre fackförbund till mötet i augusti. De deltar när lokalvård, vård och bygg är uppe, och
            det står så i avsnittet om gruppens fortsättning.
            """,
        ),
    ),
]
