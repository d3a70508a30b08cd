extension Sentence {
    static let absence = table(
        """
        absence | Falta de capacitación docente
        absence | No contamos con horas de reunión entre PIE y aula
        absence | No existe un protocolo de reemplazos en la jornada de la tarde
        absence | faltan textos de lectura en la biblioteca de aula
        absence | Hay poca articulación entre kínder y primero básico
        absence | Escasa retroalimentación de las clases observadas
        absence | Porque no tenemos un espacio para analizar las evaluaciones
        absence | En el liceo no hay sala para el equipo PIE
        absence | A los docentes les falta tiempo para preparar material
        absence | ausencia de criterios comunes para evaluar la fluidez
        absence | el equipo no cuenta con pautas de observación
        absence | nos falta una persona que vea la biblioteca en la mañana
        absence | Sin horario común para planificar
        absence | x falta de horas no lectivas pa planificar con la diferencial
        absence | NO HAY TEXTOS PARA TODOS EN SEGUNDO BÁSICO
        absence | carecemos de instrumentos para medir la comprensión
        absence | Pocas horas de trabajo con la educadora diferencial
        - | Como no hay horario común, cada docente planifica solo
        - | No hay sala de clases libre, así que el PIE atiende en el pasillo
        - | Sin embargo, las guías se repiten de un año a otro
        - | Los niños faltan a clases los días de lluvia
        - | Los lunes falta un tercio del 2° básico
        - | Faltan diez estudiantes cada viernes
        - | Falta la mitad del curso los viernes
        absence | Faltan profesores de matemática
        - | Cuando un docente falta, la inspectora cuida el curso
        external | Pocas familias asisten a la reunión de las tres de la tarde
        symptom | Faltan mucho los viernes de feria
        - | Los docentes dicen que el material llega fotocopiado en blanco y negro
        - | La hora de planificación se ocupa en reemplazos
        - | No hay semana en que no se suspenda una hora de lenguaje
        """
    )

    static let solution = table(
        """
        solution | Hay que capacitar
        solution | Hay que hacer un taller de lectura
        solution | Hay que hacer talleres para apoderados
        - | Hay que hacer una fila larga en el casino
        solution | Capacitar a los docentes en fluidez lectora
        solution | Implementar un taller de lectura en la tarde
        solution | Deberíamos hacer más reuniones con el PIE
        solution | Se necesita un protocolo de reemplazos
        solution | Habría que contratar otra educadora para el nivel
        solution | Yo creo que hay que motivar a los apoderados con charlas
        solution | Crear un plan lector con metas por curso
        solution | Comprar libros para la biblioteca de aula
        solution | Necesitamos más horas de colaboración
        solution | Un taller para apoderados sobre lectura en la casa
        solution | Sería bueno juntarse una vez por semana por ciclo
        solution | Más capacitación para los asistentes de aula
        solution | Capacitación docente en estrategias de comprensión
        solution | para mejorar la lectura hay que trabajar con las familias
        solution | Que el sostenedor contrate más asistentes de aula
        solution | la solución es bajar el número de niños por sala
        solution | mejorar la convivencia en los recreos
        solution | falta capacitar a las tías en lenguaje verbal
        solution | Tenemos que organizar mejor el consejo de profesores
        solution | ojalá se hicieran reuniones por nivel
        - | El taller de lectura se hace en el horario de almuerzo
        - | Se implementó un taller que duró un mes
        - | Para imprimir una guía hay que pedir permiso en inspectoría
        - | La capacitación de marzo trató solo de la plataforma
        - | Planificar en conjunto toma más horas de las que quedan en la semana
        - | Los profesores tienen que llenar tres planillas por cada prueba
        - | Tenemos que cubrir los cursos de quienes están en reunión
        - | El protocolo de convivencia se escribió en 2017 y nadie lo ha leído completo
        - | Los docentes saben qué hay que enseñar, no cómo se va a medir
        - | El informe debería llegar en marzo y llega en mayo
        - | Trabajar cada uno en su sala es la costumbre del ciclo
        - | Se necesita autorización del sostenedor para cada compra
        - | Capacitaciones que terminan en un certificado y no llegan a la sala
        """
    )

    static let several = table(
        """
        several absence | No hay horario común y además rota el personal
        several | Los cursos tienen muchos niños y los asistentes faltan dos veces por semana
        several | rota el personal; el horario se arma tarde
        several absence | Falta material y los niños llegan tarde a la primera hora
        several | Las planificaciones no se revisan. También influye que los cursos cambian de profesor en julio
        several | Los talleres se suspenden mucho y nadie observa clases
        several | 1) rota el personal 2) los bloques son de 45 minutos 3) se suspenden clases
        several | por un lado los docentes cambian cada año y por otro lado el plan se escribe en diciembre
        several | El PIE trabaja en otra sala y tampoco se revisan las pruebas
        several | Porque los recreos son cortos y porque el comedor se llena
        - | Lengua y matemática no se articulan en el primer ciclo
        - | Profesores y asistentes planifican por separado
        - | Los niños llegan tarde y pierden la primera hora
        - | El PIE planifica el lunes y el aula el miércoles
        - | El consejo es los jueves y ese día la mitad está en otro colegio
        - | Se revisan las pruebas y se guardan en la carpeta
        - | Cada docente planifica solo y por eso las pruebas no se parecen
        - | No se planifica ni se evalúa en conjunto
        - | Unos cursos leen quince minutos diarios y otros nunca
        - | Los profesores también cubren los recreos y los almuerzos
        - | Además de hacer clases, los profesores jefes cubren almuerzos
        - | Entre lectura y escritura se ocupan tres horas de la semana
        """
    )

    static let external = table(
        """
        external | El ministerio cambió las bases a mitad de año
        external | La pobreza del barrio
        external | El sostenedor contrató tarde a la educadora diferencial
        external | Por la pandemia los niños llegaron sin leer
        external | La Ley SEP exige demasiados informes
        external | La vulnerabilidad de nuestros estudiantes
        external | Depende del DAEM y no de nosotros
        external | Las familias trabajan todo el día en la fruta
        external | Los niños vienen de hogares con poca lectura
        external | el slep demora los contratos hasta abril
        external | La municipalidad no paga la locomoción de la tarde
        external | Muchos estudiantes viven en un sector peligroso
        external absence | Falta de presupuesto del sostenedor
        - | Nosotros no pedimos la compra al sostenedor a tiempo
        - | En el consejo no se revisa la Ley SEP
        - | Las reuniones con las familias se citan a las tres de la tarde
        - | El plan de la ley SEP se escribe entre dos personas
        - | Enviamos el presupuesto de materiales en noviembre
        - | Las familias se enteran de la prueba el mismo día
        - | El presupuesto SEP lo gastamos en fotocopias
        - | Citamos a las familias por un papel en la mochila
        - | En la reunión con el ministerio va solo la directora
        """
    )

    static let vague = table(
        """
        vague | La comunicación
        vague absence | Falta compromiso
        vague | por el tiempo
        vague | cultura
        vague | Mala comunicación en el equipo
        vague absence | No hay tiempo
        vague | el tiempo no alcanza
        vague | motivación
        vague absence | falta de liderazgo
        vague | por varios factores
        vague | no sé
        vague | El clima laboral
        vague | El horario
        vague | TIEMPO!!!
        vague absence | poca coordinación entre docentes
        absence | no hay horario común
        - | rota el personal
        - | Los bloques son cortos
        - | Planificamos solos
        - | El bus pasa a las 8:40
        - | La comunicación con las familias va en un papel suelto
        - | El tiempo de colaboración cae en la hora de almuerzo
        - | Se lee una vez por semana
        - | Cada curso usa otro silabario
        """
    )

    static let symptom = table(
        """
        symptom circular | Porque los resultados en lectura son bajos
        symptom | Tenemos mucha inasistencia los lunes
        symptom | Bajamos 12 puntos en el SIMCE
        symptom | Los niños tienen malas notas en lenguaje
        symptom | El alto ausentismo en el segundo ciclo
        symptom | Nos fue mal en el DIA de cierre
        symptom | el clima de aula es muy malo en los séptimos
        symptom | aumentó la repitencia en primero medio
        - | Revisamos el SIMCE una vez al año
        - | Los resultados del DIA llegan en mayo y se guardan
        - | Las notas se ponen al final del semestre
        - | El protocolo de inasistencia no se aplica en media
        - | La inasistencia se registra en papel hasta el mediodía
        - | Los promedios se calculan con una sola prueba
        - | Todos los días empieza diez minutos tarde la primera hora
        """
    )

    static let colloquial = table(
        """
        - | los profes cachan recién en mayo quién tiene que leer de nuevo
        - | El inspector anda de un lado pa otro y el patio queda solo 😅
        - | las tías preparan la sala mientras los niños ya están adentro
        - | aca los viernes salimos a la una x el turno del bus
        - | The timetable puts planning hours in different blocks
        - | Each teacher plans alone because the meetings are used for announcements
        - | cada profe hace su propia pauta no mas
        - | El libro de clases digital se cae a media mañana
        - | EL CONSEJO SE USA PARA DAR AVISOS
        - | la educadora y la técnica salen a colación a la misma hora
        solution | hay q capacitar a los profes
        blame | los apoderados no tan ni ahi
        absence | faltan computadores xq los del cra estan malos
        external | la muni no manda los buses
        """
    )

    static let all =
        blame + humanError + personalData + absence + solution + several + external + vague + symptom + colloquial
        + second + third + fourth + quiet
}
