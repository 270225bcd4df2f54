"""What Umeå's local group wrote about the solutions, the actions and the text, up to version 2."""

from datetime import datetime

from genprocure.demo.comments import answer, comment

COMMENTS = [
    comment(
        "assessment-form",
        ("solution", "assessment"),
        "mikael",
        datetime(2024, 5, 6, 9, 5),
        """
        Om bedömningen blir ett formulär på fyra sidor kommer vi att kopiera förra årets svar. Det har hänt med
        riskbedömningen, och jag har gjort det själv.
        """,
        answer(
            "leila",
            datetime(2025, 3, 20, 10, 25),
            """
            Mallen är på en sida och ska inte bli längre. I provet tog den en till tre timmar. Att svaren kopieras
            står som risk i åtgärden, och jag läser tio bedömningar varje halvår.
            """,
        ),
    ),
    comment(
        "clauses-same-words",
        ("solution", "clauses"),
        "ingela",
        datetime(2024, 10, 8, 8, 35),
        """
        Vi är två personer som sköter all upphandling i Vännäs. En kravbank är till nytta för oss bara om den är
        skriven så att jag förstår den utan jurist.
        """,
        answer(
            "anna",
            datetime(2024, 10, 14, 14, 50),
            """
            Då får du läsa de första fem innan de läggs in. Den juridiska kommentaren står under formuleringen och
            inte i den.
            """,
        ),
    ),
    comment(
        "lots-turnover",
        ("solution", "lots"),
        "maj",
        datetime(2024, 12, 10, 21, 15),
        """
        Ta bort omsättningskravet helt när avtalet är litet. Ett nystartat företag har ingen omsättning att visa, hur
        bra det än är. Kreditupplysningen säger mer.
        """,
    ),
    comment(
        "dialogue-recording",
        ("solution", "dialogue"),
        "henrik",
        datetime(2025, 3, 11, 22, 5),
        """
        Kvällstid är bra. Men spela inte in mötena. I februari satt jag tyst för att mina konkurrenter kan lyssna i
        efterhand på vad jag undrar över.
        """,
        answer(
            "anna",
            datetime(2025, 3, 18, 9, 10),
            """
            Mötena spelas inte in längre. Frågor och svar publiceras i text inom fem arbetsdagar, utan uppgift om vem
            som frågade.
            """,
        ),
    ),
    comment(
        "points-no-thanks",
        ("solution", "points"),
        "maj",
        datetime(2025, 3, 13, 18, 40),
        """
        Jag vill inte ha poäng för att jag är kvinna. Då får jag höra resten av livet att det var därför vi vann. Gör
        avtalen mindre och betala i tid, så lämnar jag anbud.
        """,
        answer(
            "elin",
            datetime(2025, 3, 14, 9, 25),
            """
            Förslaget faller redan på likabehandlingen. Vem som äger företaget har ingen anknytning till det som köps.
            """,
            is_answer=False,
        ),
        answer(
            "anna",
            datetime(2025, 9, 4, 10, 0),
            """
            Gruppen avslog förslaget den 28 augusti av båda skälen. Mindre avtal prövas 2026. Betalningstiderna har vi
            skickat vidare till ekonomiavdelningen, eftersom de inte ingår i planen.
            """,
        ),
    ),
    comment(
        "chain-drivers",
        ("solution", "chain"),
        "henrik",
        datetime(2025, 10, 20, 7, 30),
        """
        Hos oss byts inhyrda förare från en dag till nästa när någon är sjuk. En förteckning en gång i månaden är
        inaktuell samma eftermiddag.
        """,
    ),
    comment(
        "training-two-parts",
        ("action", "training"),
        "carina",
        datetime(2025, 3, 12, 7, 20),
        """
        Tre timmar klarar vi om de går att dela på två tillfällen. I omsorgen finns ingen som kan ersätta en chef en
        hel förmiddag.
        """,
        answer(
            "anna",
            datetime(2025, 3, 19, 13, 30),
            """
            Vi har delat utbildningen i två pass om 90 minuter. De ges i era lokaler och du väljer tiderna.
            """,
        ),
    ),
    comment(
        "followup-visit",
        ("action", "followup"),
        "yusuf",
        datetime(2025, 3, 14, 20, 10),
        """
        Om uppföljningen är en blankett till fyller jag i den på kvällen som alla andra. Om någon kommer hit och
        pratar med dem som städar märker ni skillnaden på tio minuter.
        """,
        answer(
            "mikael",
            datetime(2025, 9, 9, 15, 15),
            """
            Åtgärden är omarbetad. Vi anställer en avtalscontroller på halvtid som gör minst tolv besök om året.
            Kostnaden har gått från 180 000 till 350 000 kronor om året.
            """,
        ),
    ),
    comment(
        "followup-sex",
        ("action", "followup"),
        "elin",
        datetime(2025, 4, 3, 12, 45),
        """
        Måttet heltider i städavtal bör redovisas för kvinnor och män var för sig. Annars kan andelen stiga utan att
        skillnaden minskar.
        """,
        answer(
            "leila",
            datetime(2025, 4, 7, 9, 20),
            """
            Det är ändrat i indikatorn. Leverantören i provet har börjat redovisa så, och kvinnornas heltider har ökat
            från 9 till 11 av 27 i februari.
            """,
        ),
    ),
    comment(
        "policy-two-pages",
        ("action", "policy"),
        "birgitta",
        datetime(2025, 5, 20, 17, 0),
        """
        Fullmäktige läser två sidor. Skriv förslaget så att det går att besluta om ord för ord, annars blir det en
        viljeyttring som ingen kan följa upp.
        """,
        answer(
            "karin",
            datetime(2025, 9, 15, 11, 30),
            """
            Avsnittet om policyn har nu fem stycken färdig policytext, vart och ett på högst tre meningar.
            Rekommendationerna står för sig.
            """,
        ),
    ),
    comment(
        "users-fee",
        ("action", "users"),
        "hanna",
        datetime(2025, 4, 10, 10, 50),
        """
        Den som arbetar natt och kommer till ert möte klockan tio förlorar sin sömn. Betala för det, och bjud på
        barnpassning.
        """,
        answer(
            "leila",
            datetime(2025, 4, 24, 14, 35),
            """
            Arvode och tolk ingår i kostnaden, och samtalen går att följa på länk. Barnpassning får vi inte till inom
            60 000 kronor. Vi lägger samtalen på tider som deltagarna själva föreslår.
            """,
        ),
    ),
    comment(
        "newsletter-keep",
        ("action", "newsletter"),
        "siv",
        datetime(2025, 8, 29, 8, 10),
        """
        Nyhetsbrevet når dem som aldrig hinner gå på möten. Att stryka det sparar 45 000 kronor om året och kostar er
        just de företag ni säger att ni vill nå.
        """,
        answer(
            "karin",
            datetime(2025, 9, 2, 16, 20),
            """
            Åtgärden är struken, men din avvikande mening står i mötesanteckningarna och i planen. Når
            marknadsdialogen inte 25 nya företag under 2027 prövar vi nyhetsbrevet igen.
            """,
        ),
    ),
    comment(
        "baseline-sample",
        ("section", "baseline"),
        "elin",
        datetime(2025, 4, 2, 16, 55),
        """
        Skriv tydligare att siffrorna för 2022 är ett stickprov. 4 av 60 upphandlingar går inte att jämföra med 9 av
        188 delkontrakt, och någon kommer att göra det.
        """,
        answer(
            "leila",
            datetime(2025, 4, 8, 10, 15),
            """
            Det finns nu ett eget stycke om hur siffrorna ska läsas, och samma sak sägs i sammanfattningen.
            """,
        ),
    ),
    comment(
        "vision-example",
        ("section", "vision"),
        "hanna",
        datetime(2025, 5, 19, 11, 5),
        """
        ”Förebild” säger ingenting. Förebild i vad, och för vem? Skriv något som jag kan hålla er ansvariga för 2030.
        """,
        answer(
            "karin",
            datetime(2025, 10, 10, 9, 45),
            """
            Städerna som granskade planen sa samma sak. Visionen är omskriven på mötet den 9 oktober. Den går att
            pröva genom att öppna ett ärende från 2027.
            """,
        ),
    ),
    comment(
        "funding-gap",
        ("section", "funding"),
        "birgitta",
        datetime(2025, 10, 14, 18, 25),
        """
        Varför går planen till beslut när tre åtgärder saknar beslutade pengar? Det kommer att bli den första frågan i
        kommunstyrelsen.
        """,
        answer(
            "karin",
            datetime(2025, 10, 22, 13, 10),
            """
            Beslut om de regionala medlen kommer först i februari 2026, och planen behövs i ansökan. Avsnittet säger
            nu vad som händer med var och en av de tre om pengarna inte kommer.
            """,
        ),
    ),
    comment(
        "governance-neighbours",
        ("section", "governance"),
        "ingela",
        datetime(2025, 11, 6, 9, 30),
        """
        Det står att grannkommunerna beslutar själva. Vem kontaktar jag om ett gemensamt avtal inte följs, ni eller
        vi?
        """,
    ),
]
