extension Checks {
    /// Words that carry no matter of their own.
    static let stopWords = WordSet(
        """
        a al ante aqui asi aun aunque cada como con contra cual cuando cuanto de del desde donde durante e el ella ellas ellos en
        entonces entre era eran es esa esas ese eso esos esta estaba estaban estan estar estas este esto estos estamos fue fueron ha
        haber habia han hasta hay haya hemos hubo igual la las le les lo los mas me mi mis mientras mucha muchas mucho muchos muy ni no
        nos nosotros nosotras nuestra nuestras nuestro nuestros o otra otras otro otros para pero por porque pues que quien quienes se
        sea segun ser si sido siempre siendo sin sino sobre son su sus tal tambien tampoco tan tanto te tener tenemos tiene tienen
        todo toda todos todas tras tu tus u un una unas uno unos usted ustedes va van y ya yo es debido causa porq bueno entonces
        falta faltan faltaba falto ausencia carencia existe existen muchisimo super bastante demasiado demasiada demasiados demasiadas
        cierto cosa cosas hace hacen aca alla ahi ahora sigue siguen siendo seguir ademas
        """
    )

    static let determiners = WordSet(
        """
        el la los las un una unos unas este esta estos estas ese esa esos esas nuestro nuestra nuestros nuestras su sus mi mis cada
        algun alguna algunos algunas ningun ninguna muchos muchas varios varias pocos pocas todo toda todos todas otro otra otros otras
        del al mucha mucho poca poco demasiada demasiado mas
        """
    )

    /// Articles that are never pronouns.
    static let articles = WordSet(
        "el un una unos unas del al nuestro nuestra nuestros nuestras su sus mi mis este estos ese esos cada"
    )

    static let prepositions = WordSet(
        "a al con de del desde en entre hacia hasta para por sin sobre segun tras contra durante ante"
    )

    static let contractions = WordSet("al del")
    static let ofWhich = WordSet("de del")

    /// Words after which a clause hangs on another.
    static let subordinators = WordSet(
        "que si cuando como donde porque aunque mientras quien quienes cual cuales pues cuyo cuya"
    )

    /// People of a school, as subjects of blame.
    static let people = WordSet(
        """
        profe profes profesor* profesora* docente* maestro* maestra* apoderad* padre padres papa papas mama mamas madre madres familia
        familias estudiante* alumn* nino nina ninos ninas nines ninxs chico chica chicos chicas chiquill* cabro cabra cabros cabras
        cabrito* joven jovenes adolescente* directiv* director directora directores direccion utp jefe jefa jefes jefas jefatura
        jefaturas asistente* paradocente* colega* inspector* educadora* educador educadores tecnico* tecnica* tias tia tio tios
        psicolog* orientador* dupla duplas pie coordinador* encargad* gente funcionari* equipo equipos personal companer* viejos
        nuevos antiguos auxiliar* manipuladora* fonoaudiolog* terapeuta* curso cursos secretari* bibliotecari* rector* monitor*
        """
    )

    static let students = WordSet(
        "estudiante* alumn* nino nina ninos ninas nines chico chicos chiquill* cabro cabros cabrito* joven jovenes adolescente*"
    )

    /// Given names in use in Chile that are not everyday words, for texts without capitals and for names without a role.
    static let givenNames = WordSet(
        """
        ana maria jose juan pedro luis carlos jorge manuel francisco francisca cristian cristina claudia claudio patricia patricio
        carolina andrea andres daniel daniela paola pablo paula marcela marcelo rodrigo ricardo roberto roberta alejandra alejandro
        gonzalo eduardo fernando fernanda sergio mario marta martina martin catalina camila camilo constanza valentina javiera javier
        sebastian nicolas nicole matias felipe diego ignacio ignacia vicente benjamin tomas joaquin cristobal maximiliano antonia
        antonio sofia isidora florencia josefa emilia agustin agustina renata macarena pamela lorena ximena jimena veronica monica
        sandra sonia silvia elena gabriela gabriel rafael raul oscar hector hugo ivan gustavo guillermo jaime jacqueline
        jessica yessica karen karina katherine katerine vanessa viviana miriam myriam margarita ingrid evelyn elizabeth teresa susana
        cecilia beatriz barbara alicia adriana angelica ruth rosita juanita nancy natalia tamara yasna yolanda olga irma ines
        bastian byron brayan bryan kevin jeremias lucas mateo samuel simon esteban ernesto enrique emilio cesar alfonso alberto
        alvaro arturo bernardo edith elsa ester eugenia fabian fabiola graciela hernan isabel ivonne julia leonardo leticia
        loreto luisa magdalena mauricio miguel millaray mirta nelson orlando osvaldo priscila ramon rene rocio ruben solange vladimir
        walter wladimir
        """
    )
}
