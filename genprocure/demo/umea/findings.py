"""What the baseline of Umeå found: each figure with its whole, its source and its year."""

from genprocure.demo.text import paragraphs

FINDINGS = [
    {
        "key": "documents",
        "title": "Inget av fyra styrande dokument nämner jämställdhet",
        "text": paragraphs("""
            Inköps- och upphandlingspolicyn, dokumentet om socialt ansvarsfull upphandling från 2016, riktlinjen för
            direktupphandling och mallen för kategoriplaner lästes i augusti 2023. Varken ordet jämställdhet eller ordet
            kön finns i något av dem.
        """),
        "source": "Genomläsning av styrdokument, stadsledningskontoret",
        "year": 2023,
    },
    {
        "key": "sample",
        "title": "Fyra av 60 upphandlingar hade ett jämställdhetskrav",
        "text": paragraphs("""
            I ett stickprov om 60 upphandlingar från 2022 hade 46 något miljökrav, 39 något socialt krav eller
            sysselsättningskrav och 4 något krav som rörde jämställdhet. I två andra fanns ett jämställdhetskrav i
            utkastet men inte i det som annonserades.
        """),
        "source": "Stickprov ur Upphandlingsbyråns diarium, 60 av omkring 270 upphandlingar",
        "year": 2022,
    },
    {
        "key": "followup",
        "title": "Elva av 25 avtal hade en dokumenterad uppföljning",
        "text": paragraphs("""
            Av 25 avtal med sociala krav kunde uppföljning visas upp för 11. Inget av de fyra jämställdhetskraven i
            stickprovet hade följts upp.
        """),
        "source": "Granskning av avtal som löpte under 2022, Upphandlingsbyrån",
        "year": 2023,
    },
    {
        "key": "employment",
        "title": "Sysselsättningskraven är mätta, men inte uppdelade på kön",
        "text": paragraphs("""
            Kommunen mätte 2023 vilka effekter sysselsättningskraven har haft. Den mätning vi har tagit del av visar
            inte hur många kvinnor och män som fick arbete genom kraven.
        """),
        "source": "Uppföljning av sysselsättningskrav, stadsledningskontoret",
        "year": 2023,
    },
    {
        "key": "gender",
        "title": "Nio av 188 delkontrakt angav jämställdhet som mål",
        "text": paragraphs("""
            Under 2024 annonserades 142 upphandlingar med 188 delkontrakt. 52 angav något socialt mål och 9 av dem
            jämställdhet: fyra i lokalvård, två i vård och omsorg, ett i skolskjuts och två i arbetskläder. Inget av
            41 delkontrakt i bygg och anläggning angav jämställdhet.
        """),
        "source": "Kommunens annonser i den nationella statistikdatabasen, uttag i mars 2025",
        "year": 2024,
    },
    {
        "key": "blank",
        "title": "I 31 av 188 delkontrakt saknas uppgift om socialt mål",
        "text": paragraphs("""
            Fältet är tomt i 21 delkontrakt för varor, 6 för byggentreprenader och 4 för tjänster. Uppgiften är
            obligatorisk sedan den 1 januari 2024.
        """),
        "source": "Kommunens annonser i den nationella statistikdatabasen, uttag i mars 2025",
        "year": 2024,
    },
    {
        "key": "lots",
        "title": "Tre av 41 tjänsteupphandlingar delades",
        "text": paragraphs("""
            Av 41 annonserade upphandlingar av tjänster 2024 hade tre flera delkontrakt. I lokalvård och
            måltidstjänster delades ingen.
        """),
        "source": "Upphandlingsbyråns diarium, genomgång i februari 2025",
        "year": 2024,
    },
    {
        "key": "survey",
        "title": "28 av 46 småföretag har avstått för att avtalet var för stort",
        "text": paragraphs("""
            Enkäten gick till 118 företag med färre än 50 anställda i Umeåregionen. 46 svarade. 28 hade avstått från
            anbud för att avtalet var för stort och 17 för att tiden från annons till anbud var för kort. Flera svar
            var möjliga.
        """),
        "source": "Referensgruppens enkät till småföretag, maj 2024",
        "year": 2024,
    },
    {
        "key": "orderers",
        "title": "Tolv av 51 beställare har könsuppdelad statistik",
        "text": paragraphs("""
            64 beställare i förvaltningarna fick frågor om sin senaste upphandling och 51 svarade. Tolv hade
            könsuppdelad statistik över dem som använder varan eller tjänsten. Sju hade fått en fråga om kvinnors och
            mäns behov av upphandlaren.
        """),
        "source": "Enkät till beställare, september 2024",
        "year": 2024,
    },
    {
        "key": "owners",
        "title": "För 19 av de 100 största leverantörerna går det inte att säga vem som styr",
        "text": paragraphs("""
            Bland de 100 leverantörer som fick mest betalt 2023 hade 61 fler män än kvinnor i styrelsen, 6 fler
            kvinnor än män och 14 lika många av varje. För 19 gick det inte att avgöra, bland annat för att de saknar
            styrelse eller har utländsk ägare.
        """),
        "source": "Leverantörsreskontra 2023 och manuell genomgång av styrelser, februari 2024",
        "year": 2023,
    },
    {
        "key": "cleaning",
        "title": "I ett städavtal ökade antalet heltider från 14 till 20 av 34",
        "text": paragraphs("""
            Avtalet om lokalvård på elva skolor fick i oktober 2024 villkor om schemaläggning på dagtid och
            halvårsvis redovisning av heltider. Av 34 anställda som utför arbetet hade 14 heltid vid starten och 20
            efter tio månader. Bland kvinnorna gick antalet från 9 till 14 av 27.
        """),
        "source": "Leverantörens redovisning, kontrollerad vid platsbesök i augusti 2025",
        "year": 2025,
    },
    {
        "key": "subcontractors",
        "title": "I 4 av 12 byggavtal kände vi till underentreprenörerna två led ned",
        "text": paragraphs("""
            I tolv pågående byggavtal begärdes uppgift om vilka företag som arbetar på platsen. I fyra fanns en
            aktuell förteckning som omfattade två led.
        """),
        "source": "Genomgång av byggavtal, Upphandlingsbyrån och Älvbo, juni 2025",
        "year": 2025,
    },
]
