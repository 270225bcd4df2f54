"""What Umeå's local group wrote about the barriers in the market and the contracts, up to version 2."""

from datetime import datetime

from genprocure.demo.comments import answer, comment

COMMENTS = [
    comment(
        "lots-two-schools",
        ("barrier", "lots"),
        "yusuf",
        datetime(2024, 11, 20, 20, 41),
        """
        Vi är sju anställda. När städningen av skolorna annonserades var omsättningskravet tre gånger så högt som vår
        omsättning. Vi har skött två friskolor i sex år utan anmärkning. Hade skolorna på Ersboda varit en egen del
        hade vi lämnat anbud.
        """,
        answer(
            "anna",
            datetime(2024, 11, 26, 11, 15),
            """
            Kravet räknades på hela avtalet. Delas det i anbudsområden kan vi räkna det på varje del. Det står nu i
            lösningen om anbudsområden, som du föreslog på mötet.
            """,
        ),
    ),
    comment(
        "lots-cost",
        ("barrier", "lots"),
        "mikael",
        datetime(2024, 12, 3, 15, 20),
        """
        Varje del kostar. I dag lägger vi ungefär 40 timmar om året på uppföljning av ett städavtal. Fem delar blir
        inte fem gånger så mycket, men det dubbla är inte orimligt. Jag vill se siffror innan vi ändrar alla avtal.
        """,
        answer(
            "karin",
            datetime(2025, 9, 1, 9, 30),
            """
            Därför prövar vi i tre upphandlingar 2026 och räknar timmarna. Timmarna är ett av tre mått i åtgärden.
            """,
        ),
    ),
    comment(
        "lots-together",
        ("barrier", "lots"),
        "henrik",
        datetime(2025, 9, 3, 6, 50),
        """
        Får två små företag lämna anbud tillsammans? Jag har läst att det går, men det har aldrig stått i någon annons
        från er.
        """,
        answer(
            "anna",
            datetime(2025, 9, 8, 8, 45),
            """
            Ja, det får ni, om inte konkurrenslagen hindrar det. Klarar båda företagen hela uppdraget var för sig kan
            det vara ett problem. Från och med i höst står det i annonsen.
            """,
        ),
    ),
    comment(
        "lots-live-tender",
        ("barrier", "lots"),
        "henrik",
        datetime(2025, 9, 3, 6, 58),
        """
        Gäller det även den upphandling av persontransporter som ligger ute nu?
        """,
        withdrawn_at=datetime(2025, 9, 3, 7, 20),
    ),
    comment(
        "ownership-ask-us",
        ("barrier", "ownership"),
        "maj",
        datetime(2024, 3, 21, 19, 30),
        """
        Fråga oss. De flesta av våra 140 medlemmar vill gärna att det syns att de äger sitt företag. Den som inte vill
        ska slippa, och ingen ska få sitt kön hämtat ur ett register utan att veta om det.
        """,
        answer(
            "karin",
            datetime(2025, 9, 2, 10, 40),
            """
            Vi har gjort som du säger. Lösningen bygger på att leverantören själv får svara, frivilligt, och på att
            bara sammanställningar visas.
            """,
        ),
    ),
    comment(
        "ownership-together",
        ("barrier", "ownership"),
        "omar",
        datetime(2024, 4, 8, 14, 15),
        """
        Regionen har samma lucka och ofta samma leverantörer. Bygg inte ett eget register i varje kommun. Företagen
        tröttnar på att svara på samma fråga sju gånger.
        """,
        answer(
            "leila",
            datetime(2025, 9, 2, 11, 0),
            """
            I åtgärden står nu att en gemensam lösning utreds med er. Vi börjar inte bygga något förrän den
            utredningen är klar.
            """,
        ),
    ),
    comment(
        "segregation-crew",
        ("barrier", "segregation"),
        "anneli",
        datetime(2024, 11, 18, 16, 5),
        """
        Vi har 9 kvinnor bland 112 yrkesarbetare. Kräver ni hälften kvinnor i arbetslaget lämnar vi inget anbud, och
        det gör ingen annan heller. Kräver ni ordnade omklädningsrum och en plan mot trakasserier kan vi börja i
        morgon.
        """,
        answer(
            "mikael",
            datetime(2025, 9, 4, 13, 45),
            """
            Vi parkerar kravet på fördelning till 2027. Personalutrymmen och skydd mot trakasserier tas fram som
            kontraktsvillkor i kravbanken under våren 2026.
            """,
        ),
    ),
    comment(
        "subcontractors-levels",
        ("barrier", "subcontractors"),
        "anneli",
        datetime(2025, 9, 15, 15, 30),
        """
        Två led klarar vi. Fyra led betyder att min platschef sitter med listor i stället för att se till att ingen
        ramlar ned från ställningen.
        """,
        answer(
            "hanna",
            datetime(2025, 9, 16, 8, 20),
            """
            Det är i tredje och fjärde ledet som folk far illa. Då är två led ett sätt att titta bort.
            """,
            is_answer=False,
        ),
    ),
]
