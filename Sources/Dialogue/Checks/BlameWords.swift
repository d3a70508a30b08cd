extension Checks {
    /// Said of people only, and always a judgement.
    static let plainBlame = Phrases(
        """
        no esta|estan|estaban ni ahi, ni ahi, sacan|saca|sacar|sacando|sacaban la vuelta, sacador* de vuelta,
        no mueve|mueven un dedo, no da|dan el ancho, no le|les da el cuero, le|les da|daba lo mismo|igual,
        le|les importa un|muy pepino|comino|bledo|rabano|poco,
        se hace|hacen|hacian los|el|la|las loc*|tont*|desentendid*|lesos,
        se tira|tiran|toma|toman licencia* por|como|sin|a|de|cada|falsa*, se tira|tiran licencia*,
        abusa|abusan ~2 licencia*, licencia* falsa*|trucha*, se lava|lavan las manos,
        hace|hacen|hacian lo que quiere|quieren|querian, hace|hacen lo minimo,
        pone|ponen puras excusa*|trabas|peros, pone|ponen excusas|trabas, hace|hacen mal su|la pega|trabajo,
        usa|usan ~2 guarderia, como ?si ?fuera guarderia, se resiste|resisten|resistian a|al,
        se niega|niegan|negaban a, resistencia al|a ?los ?las ?todo cambio*, resistencia de|en,
        no ?se ?la juega|juegan, mala voluntad|disposicion|onda|fe, mal genio|caracter|educad*,
        poca|ninguna|nula|cero voluntad|vocacion|disposicion, poco profesional*|profesionalismo, flojera*, desidia,
        negligen*, irresponsabilidad*, desinteres, dejacion, apatia, irresponsab*, weon*, hueon*, aweona*,
        ahueona*, sinverguenza*, incompetencia, mediocridad, ineptitud,
        se queja|quejan|reclama|reclaman por|de todo, no sirve|sirven para nada,
        viene|vienen|van ~1 a ?puro cobrar|calentar|sentarse, malcri*, mal criad*,
        se deslig*|desentiend*|escud*|victimiz*, se lo|la pasa|pasan,
        por pura|puro comodidad|gusto|molestar|joder|fregar, boicotea*, sabotea*, flojea*, capea|capean,
        se cree|creen duen*|con|mejor|la|el|los, falta|faltan el respeto, no ?me ?nos ?les ?le pesca|pescan|pescaban
        """
    )

    /// Guilt, unless it is put on a thing.
    static let guilt = Phrases(
        """
        ?por culpa de|del ?la ?el ?los ?las ?el, la culpa es|la de|del|tiene|tienen ?la ?el ?los ?las,
        culpa del|de|suya, ?los ?unicos culpable*, por culpa de|del ?la ?el ?los ?las,
        tiene|tienen|tuvo|tuvieron la|toda culpa, la culpa, culpable*,
        son|es el|la|los|las unico*|verdadero* responsable*
        """
    )
    static let guiltFelt = WordSet("siente sienten sentir sentirse sentimos sienta de buscar busca buscamos sin")

    /// Will and interest that are denied. Whoever it is said of is a person, unless a thing stands there.
    static let willOfPeople = Phrases(
        """
        no ?se ?les ?le ?lo ?la ?nos ?los quiere|quieren|querian|queria|quiso|quisieron|quieran|quiera,
        no ?les ?le interesa|interesan|interesaba|importa|importan|importaba,
        no ?les ?le ?nos pone|ponen|ponian ~1 de su parte, no se compromet*, no se involucr*,
        no se esfuerz*|esforz*, no se motiv*, no se la juega*, no se interes*,
        nunca|nadie|jamas ?se quiere|quieren|quiso|compromet*|interes*|esfuerz*|involucr*,
        no hace|hacen|hacia|hacian|hizo|hicieron ~1 pega|trabajo|labor|parte|deber,
        no cumple|cumplen|cumplia|cumplian ~1 con su|sus|el|los|las rol|funcion*|pega|deber*|trabajo|horario*|\
        compromiso*|obligacion*, no asume|asumen|asumian ?su ?sus ?la ?el ?con responsabilidad*|rol|deber*,
        no tiene|tienen|tenian|tuvieron ~1 compromiso|interes|ganas|disposicion|voluntad|vocacion|respeto|\
        responsabilidad|empatia, no le|les nace,
        no le|les gusta|gustan trabajar|estudiar|leer|planificar|cambiar|que|las|los|la|el,
        no es|son|estan|esta ?muy ?realmente ?nada comprometid*|responsable|responsables|interesad*,
        no esta|estan ?muy interesad*|comprometid*|dispuest*, no se hace|hacen cargo de sus|su|los,
        no tiene|tienen ~1 habito*
        """
    )

    /// Judgements when they are said of people; of a document or a bus they are facts.
    static let peopleOnly = Phrases(
        """
        sobreprot*, consienten|consiente ~2 todo, vive|viven|pasa|pasan ~1 encerrad*|metid*|pegad*, jamas,
        nunca llegan|llega ~1 preparad*|a ?la hora, nunca estan|esta ?muy dispuest*|conform*|content*, no colabor*,
        no cooper*, no apoy*, no respet*, no ayud*, no valor*, no cumpl*, no se preocup*, no estudi*,
        nunca esta|estan cuando|disponible*|en|a,
        no tiene|tienen autoridad|manejo|caracter|dominio|criterio|liderazgo,
        no ~3 ni el|la|los|las|un|una|siquiera, ni siquiera, no toma|toman en serio, no se hace|hacen cargo,
        no hace|hacen nada, no ?le ?les da|dan importancia, no escuch*, no asume|asumen,
        no sabe|saben ensenar|educar|criar|manejar|controlar|trabajar|hacer|planificar|poner|dirigir|liderar,
        no pone|ponen limites|normas|atencion|interes|esfuerzo, no educa|educan, no controla|controlan,
        se aprovech*, abusa|abusan, delega|delegan ~1 todo|toda, vive|viven|pasa|pasan con licencia*,
        solo|puro|pura ?se quej*|reclam*, desautoriz*, despreocup*, trabaja|trabajan poco|mal|a desgano,
        no se compromet*, solo le|les interesa|importa|preocupa, prefiere|prefieren no|quedarse|hacer lo,
        siempre ponen|se quejan|reclaman|llegan con excusas
        """
    )

    /// "poco compromiso de las familias", "no hay interés de los alumnos"; the lack alone is no blame.
    static let lackOfWill = Phrases(
        """
        falta|faltan|poco|poca|bajo|baja|escaso|escasa|nulo|nula|ningun|cero|sin ?de ?un ?mas \(will) \(byPeople)
        no hay|existe|tienen|vemos ?un ?mucho|mucha ?mayor \(will) \(byPeople)
        actitud \(byPeople), mala actitud
        poco|poca|bajo|falta|escaso ?de apoyo|acompanamiento ~2 de|del|en ?los ?las ?la \
        padre*|papas|familia*|apoderad*|hogar|casa
        """
    )
    private static let will = """
        compromiso|interes|ganas|voluntad|motivacion|disposicion|responsabilidad|preocupacion|vocacion|esfuerzo|involucramiento
        """
    private static let byPeople = """
        ~2 de|del|en|por ?parte ?de ?los ?las ?la ?el ?algunos ?algunas ?muchos ?nuestros familia*|apoderad*|padre*|papas|profe|profes|\
        profesor*|docente*|estudiante*|alumn*|nin*|colega*|asistente*|directiv*|director*|equipo|utp|funcionari*
        """

    /// Not blame, though it begins as if it were.
    static let notBlame = Phrases(
        """
        no quiere decir, sentimiento* de culpa, no queremos, respeto a|por, falta|faltan a,
        resistencia fisica|aerobica, no|sin ?se ?estamos buscar|buscamos|busca|buscando culpable*
        """
    )

    /// What people are called when they are judged.
    static let character = WordSet(
        """
        flojo floja flojos flojas irresponsable irresponsables negligente negligentes desinteresad* incompetente incompetentes apatic*
        comodo comoda comodos comodas conflictiv* maleducad* malcriad* manoso manosa manosos manosas porfiad* ignorante ignorantes
        inutil inutiles penca pencas chanta chantas mediocre mediocres prepotente prepotentes autoritari* despreocupad* inmadur*
        insolent* reacio* reacia* relajad* indiferent* desatent* conformist* consentid* desconsiderad* intransigent* terco* terca*
        quejumbros* desleal* ingrat* hipocrit* egolatra* cinic* impuntual* perezos* pasiv* holgazan* incumplidor* desubicad* indolent*
        irrespetuos* agresiv* violent* desordenad* copuchent* egoista egoistas individualista individualistas ausentes malo mala malos
        malas pesad* insoportable* tonto tontos tonta burro burros resistente resistentes cerrad* sobreprotector* dejad*
        """
    )
    static let beingVery = Phrases(
        """
        es|son|era|eran muy|tan|demasiado|super|bien|re|harto, es|son poco
        """
    )
    /// What may be very much of people without being a judgement.
    static let measured = WordSet(
        """
        pocos pocas poco chico* chica* pequen* joven jovenes nuevo* nueva* numeros* distint* diferent* heterogene* grande grandes mucho*
        mucha* divers* vulnerable* rotativ* inestable* dificil* important* comun* breve* tarde temprano lejos cerca amplia amplio
        """
    )
    /// Bodies of people: of them "is very…" is often a measure.
    static let bodies = WordSet("curso cursos equipo equipos personal direccion pie gente dupla duplas utp")
    static let degrees = WordSet(
        "muy tan unos unas bien demasiado super re entero enteros bastante mas medio medios puro puros un una todos todas"
    )
    static let beings = WordSet("es son era eran fue fueron estan esta andan anda")
    static let portions = WordSet(
        "mayoria parte mitad grupo algunos algunas muchos muchas varios resto equipo equipos uno cada ninguno totalidad"
    )
    static let fillers = WordSet(
        "mismos mismas propios propias mayoria parte mayor gran buena mitad dos tres cuatro hay existen jovenes nuevos"
    )

    /// Subjects without a will.
    static let things = WordSet(
        """
        horario horarios lluvia pandemia wifi internet sistema tiempo paro bus buses transporte clima frio agenda calendario plataforma
        estallido proyector computador* sala salas material* recurso* documento* protocolo* resultado* plan planes curriculum ley
        terremoto viento calor invierno locomocion contrato* jornada bases distancia distribucion falta burocracia papeleo
        """
    )
}
