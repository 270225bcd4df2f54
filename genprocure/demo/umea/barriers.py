"""The barriers that Umeå's local group found, as they stand in version 2."""

from datetime import date

from genprocure.demo.text import paragraphs

BARRIERS = [
    {
        "key": "policy",
        "title": "Upphandlingspolicyn nämner inte jämställdhet",
        "description": paragraphs("""
            Inköps- och upphandlingspolicyn tar upp miljö, arbetsvillkor och sysselsättning. Jämställdhet finns inte
            med, och inte heller i dokumentet om socialt ansvarsfull upphandling från 2016. Det pekar ut fyra
            målgrupper: nyanlända, ungdomar, personer med funktionsnedsättning och personer med försörjningsstöd.

            Den upphandlare som vill ställa ett jämställdhetskrav har alltså inget styrdokument att hänvisa till när
            beställaren eller en leverantör undrar varför. Kravet blir upphandlarens egen idé och försvinner när hen
            byter jobb.
        """),
        "category": "law",
        "step": "need",
        "status": "addressed",
        "findings": ["documents"],
        "raised_by": "leila",
        "raised_on": date(2023, 12, 7),
    },
    {
        "key": "mandate",
        "title": "Ledningen har inte gett någon uppdraget",
        "description": paragraphs("""
            Varken kommunstyrelsen eller nämnderna har satt något mål för jämställdhet i inköp, och årsrapporten tar
            inte upp frågan. När tiden är knapp görs det som efterfrågas: pris, leveranstid och klimat.

            De fyra jämställdhetskraven i stickprovet kom till på initiativ av två upphandlare. Ingen chef hade bett om
            dem och ingen frågade efteråt hur det gick.
        """),
        "category": "leadership",
        "step": "need",
        "status": "addressed",
        "findings": ["documents", "sample"],
        "raised_by": "anna",
        "raised_on": date(2023, 12, 7),
    },
    {
        "key": "silos",
        "title": "Jämställdhet och inköp sköts på olika håll",
        "description": paragraphs("""
            Strategerna för jämställdhet sitter på stadsledningskontoret. Behovet beskrivs ute i verksamheten och kraven
            skrivs på Upphandlingsbyrån. De träffas sällan om en och samma upphandling. Ingen jämställdhetsstrateg
            deltog i någon av de 60 upphandlingarna i stickprovet.

            Upphandlarna säger att de inte vet vem de ska ringa. Strategerna säger att de får frågan först när
            annonsen är ute.
        """),
        "category": "organisation",
        "step": "need",
        "status": "addressed",
        "findings": ["sample"],
        "raised_by": "leila",
        "raised_on": date(2023, 12, 7),
    },
    {
        "key": "law",
        "title": "Vi är osäkra på vad lagen tillåter och har få exempel",
        "description": paragraphs("""
            Ett krav ska ha anknytning till det som köps, vara proportionerligt och gå att kontrollera. Var gränsen går
            för jämställdhetskrav vet få av oss. Får vi fråga hur många i arbetslaget som har heltid? Får vi ge poäng
            för en plan mot trakasserier? Det finns få avgöranden och få färdiga formuleringar på svenska.

            Oron för överprövning gör att ett krav hellre stryks än skrivs om. I två av upphandlingarna i stickprovet
            fanns ett jämställdhetskrav i utkastet men inte i annonsen.
        """),
        "category": "law",
        "step": "specification",
        "status": "addressed",
        "findings": ["sample"],
        "raised_by": "mikael",
        "raised_on": date(2024, 2, 8),
    },
    {
        "key": "needs",
        "title": "Beställaren kan inte beskriva kvinnors och mäns behov",
        "description": paragraphs("""
            Verksamheten lämnar antal, plats och datum. Vilka som ska använda varan eller tjänsten, och om kvinnor och
            män gör det på olika sätt, står sällan i behovsbeskrivningen. Tolv av 51 beställare som svarade på vår
            enkät har könsuppdelad statistik.

            Ett exempel är de arbetskläder som hemtjänsten fick 2022. Storlekarna följde den förra beställningen och
            byxorna fanns bara i herrmodell, trots att de flesta i personalen är kvinnor. En tredjedel av plaggen
            byttes inom fyra månader.
        """),
        "category": "knowledge",
        "step": "need",
        "status": "addressed",
        "findings": ["orderers"],
        "raised_by": "carina",
        "raised_on": date(2024, 4, 25),
    },
    {
        "key": "neutral",
        "title": "Många anser att inköp är könsneutrala",
        "description": paragraphs("""
            ”Asfalt har inget kön” har flera i gruppen fått höra. Det stämmer för asfalten men inte för dem som lägger
            den eller för dem som går, cyklar och kör på vägen.

            Frågan om jämställdhet har betydelse i den enskilda upphandlingen ställs inte. Svaret blir nej utan att
            någon har prövat saken. I de 60 upphandlingarna i stickprovet fanns ingen skriftlig bedömning.
        """),
        "category": "culture",
        "step": "relevance",
        "status": "addressed",
        "findings": ["sample", "gender"],
        "raised_by": "elin",
        "raised_on": date(2024, 2, 8),
    },
    {
        "key": "users",
        "title": "De som berörs tillfrågas när kraven redan är skrivna",
        "description": paragraphs("""
            Brukare, personal, fack och föreningar hörs sällan före annonseringen. När de väl får säga sitt är
            tidplanen satt och bara detaljer går att ändra.

            Gruppen har två exempel. På ett boende sattes larmknapparna så högt att den som använder rullstol inte
            nådde dem. På en byggarbetsplats fick entreprenörens kvinnliga anställda byta om i ett förråd, eftersom
            boden var beställd för en grupp där alla antogs vara män.
        """),
        "category": "stakeholders",
        "step": "need",
        "status": "addressed",
        "findings": ["orderers"],
        "raised_by": "hanna",
        "raised_on": date(2024, 4, 25),
    },
    {
        "key": "lots",
        "title": "Avtalen är för stora för små företag",
        "description": paragraphs("""
            Lokalvård, måltidstjänster och konsulter upphandlas oftast för hela kommunen på en gång, och kravet på
            omsättning räknas på hela avtalet. Ett städföretag med sju anställda kan sköta två skolor men får inte
            lämna anbud på dem.

            I enkäten svarade 28 av 46 småföretag att de har avstått för att avtalet var för stort. Företag som leds av
            kvinnor är oftare små, så avtalens storlek stänger ute fler av dem. Gruppen är enig om hindret. Den är
            inte enig om hur små delarna kan bli innan uppföljningen blir för dyr.
        """),
        "category": "market",
        "step": "lots",
        "status": "addressed",
        "findings": ["lots", "survey"],
        "raised_by": "yusuf",
        "raised_on": date(2024, 11, 14),
    },
    {
        "key": "dialogue",
        "title": "Marknadsdialogen kommer sent och hålls på dagtid",
        "description": paragraphs("""
            När företagen bjuds in till dialog är upphandlingsdokumenten oftast nästan färdiga. Mötena hålls på
            vardagar mellan nio och tolv. Ensamföretagare och de som har små barn kommer inte.

            Under 2024 hölls sex dialogmöten. Nio företag stod för mer än hälften av besöken, och sju av de nio hade
            redan avtal med kommunen.
        """),
        "category": "process",
        "step": "market",
        "status": "addressed",
        "findings": ["survey"],
        "raised_by": "siv",
        "raised_on": date(2024, 9, 26),
    },
    {
        "key": "ownership",
        "title": "Vi vet inte vem som äger företagen vi köper av",
        "description": paragraphs("""
            Varken annonser eller fakturor visar om ett företag ägs eller leds av kvinnor. Vi kan alltså inte säga hur
            stor del av inköpen som går till sådana företag eller om andelen ändras.

            För de 100 leverantörer som fick mest betalt 2023 gick vi igenom styrelserna för hand. Det tog tre veckor,
            och för 19 av dem gick det ändå inte att avgöra. Kommunen har över tusen leverantörer. Gruppen är heller
            inte enig om vad som ska räknas: ägande, styrelse eller ledning.
        """),
        "category": "data",
        "step": "market",
        "status": "agreed",
        "findings": ["owners"],
        "raised_by": "elin",
        "raised_on": date(2024, 2, 8),
    },
    {
        "key": "notices",
        "title": "Annonserna säger inte vilket socialt mål som gäller",
        "description": paragraphs("""
            Sedan den 1 januari 2024 ska annonsen ange om upphandlingen tar social hänsyn och i så fall vilken.
            Jämställdhet har en egen kod. I 31 av 188 delkontrakt 2024 lämnades uppgiften tom, och i några valdes
            ”annat” trots att dokumenten innehöll ett jämställdhetskrav.

            Felen följer med in i den nationella statistiken. Vi kan då inte jämföra oss med andra kommuner och inte
            se om vi blir bättre.
        """),
        "category": "data",
        "step": "documents",
        "status": "resolved",
        "findings": ["gender", "blank"],
        "raised_by": "anna",
        "raised_on": date(2024, 9, 26),
    },
    {
        "key": "followup",
        "title": "Krav följs inte upp när avtalet är tecknat",
        "description": paragraphs("""
            Elva av 25 granskade avtal med sociala krav hade en dokumenterad uppföljning. Av de fyra
            jämställdhetskraven i stickprovet hade inget följts upp. I avtalen står sällan vem som ska begära in
            uppgifter, när det ska ske eller vad som händer om leverantören inte svarar.

            Leverantörerna i gruppen beskriver följden: den som räknar in kravet i priset förlorar mot den som chansar
            på att ingen frågar.
        """),
        "category": "followup",
        "step": "monitoring",
        "status": "addressed",
        "findings": ["followup", "cleaning"],
        "raised_by": "anneli",
        "raised_on": date(2024, 2, 8),
    },
    {
        "key": "subcontractors",
        "title": "Vi vet inte vilka underentreprenörer som gör arbetet",
        "description": paragraphs("""
            I bygg och transport utförs arbetet ofta av någon annan än den vi har avtal med. Villkor om lika
            behandling, omklädningsrum och skydd mot trakasserier står i avtalet med huvudleverantören. I 4 av 12
            granskade byggavtal visste vi vilka företag som arbetade två led ned.

            Frågan är om redovisning ska krävas i alla led eller bara där risken är störst. Byggföretagen och
            föreningarna i gruppen har olika uppfattning.
        """),
        "category": "followup",
        "step": "subcontracting",
        "status": "discussed",
        "findings": ["subcontractors"],
        "raised_by": "gustav",
        "raised_on": date(2025, 8, 28),
    },
    {
        "key": "segregation",
        "title": "I vissa branscher finns nästan bara män eller nästan bara kvinnor",
        "description": paragraphs("""
            I bygg, anläggning och transport är de flesta anställda män. I lokalvård och omsorg är de flesta kvinnor.
            Ett krav på jämn könsfördelning i arbetslaget kan då ingen anbudsgivare uppfylla på kort sikt.

            Ställs kravet ändå får vi inga anbud, eller anbud från företag som inte tänker hålla det de lovar.
        """),
        "category": "market",
        "step": "selection",
        "status": "parked",
        "parked_reason": paragraphs("""
            Utbildningsval och rekrytering styrs bara till liten del av kommunens inköp. Krav på ordnade
            personalutrymmen och skydd mot trakasserier finns med i kravbanken. Gruppen prövar frågan på nytt 2027.
        """),
        "findings": ["gender"],
        "raised_by": "anneli",
        "raised_on": date(2024, 11, 14),
    },
]
