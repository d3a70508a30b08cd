extension Sentence {
    /// A third pass, written before it was first run: longer answers, and words that look like a flag and are none.
    static let third = table(
        """
        blame | Yo creo que a las familias les da lo mismo si el niño lee o no
        blame | Los docentes nuevos no tienen vocación
        blame | La encargada de convivencia no hace nada cuando hay peleas
        blame | se debe a que los profesores son reacios a cambiar
        blame | Porque el profesor jefe es muy relajado con los atrasos
        blame | hay apoderados que no mandan a los niños por pura comodidad
        blame | La señora Rosa del comedor se demora con las colaciones
        blame | los profes de asignatura se desligan de la lectura
        blame | Los alumnos de octavo son insolentes
        blame | El sostenedor y la directora no quieren escuchar a los docentes
        blame | A las educadoras no les importa lo que pasa en primero básico
        blame | Los asistentes se lo pasan en el celular
        blame | los paradocentes no cumplen sus turnos de patio
        blame | es culpa de la administración anterior
        blame | Los niños no quieren leer porque son flojos
        human-error | Alguien borró la planilla compartida sin querer
        human-error | Al digitar las notas se cometió un error
        human-error | no se acordaron de pedir las salas
        solution | Contratar un reemplazante estable para el primer ciclo
        solution | Debemos trabajar en equipo
        solution | Propongo que cada ciclo tenga su hora de análisis
        solution | Reuniones semanales entre PIE y aula serían la solución
        solution | hay que exigirles más a los apoderados
        solution | Fomentar el gusto por la lectura con cuentacuentos
        solution | Podríamos partir el día con quince minutos de lectura
        solution | Elaborar una pauta común de evaluación de fluidez
        solution | Asignar horas fijas a la coordinadora del CRA
        absence | No existen espacios de reflexión en el jardín
        absence | falta material concreto en el nivel medio menor
        absence | No se cuenta con un sistema de seguimiento de la lectura
        absence | Por la falta de un plan de acompañamiento al aula
        absence | Tenemos pocos asistentes en el primer ciclo
        absence | Inexistencia de un registro común de las entrevistas
        absence | No hay quién reemplace a la profesora de inglés
        absence | Nos faltan horas de colaboración en los cursos sin PIE
        several | Los niños llegan atrasados por el bus y además la primera hora es de lenguaje
        several absence | No hay rutina de lectura, además las guías llegan tarde
        several | Los profesores cambian cada año y los asistentes no tienen horas para reunirse
        several | La biblioteca cierra a mediodía; los libros están todos en una sola sala
        external | El DAEM no reemplaza las licencias
        external | La ley no permite repetir a los niños de primero
        external | por culpa del mineduc que cambia los programas
        external | Las familias del sector son de mucha vulnerabilidad
        external | el barrio es peligroso y los niños no salen
        external | La Corporación redujo las horas de contrato
        external | Los niños están solos en la casa toda la tarde
        vague | Problemas de comunicación
        vague absence | poco compromiso
        vague | La mala organización
        vague | el contexto
        vague | Por el sistema
        vague | es complejo
        symptom | La asistencia ha bajado mucho desde mayo
        symptom | Tenemos altas tasas de reprobación en primero medio
        symptom | Los puntajes SIMCE vienen cayendo
        symptom | Les va mal en las pruebas
        symptom | mala convivencia y mal clima en los cursos
        personal-data | La apoderada de un alumno de 2° A me llamó del 9 6123 4567
        personal-data | la profesora de música está con licencia psiquiátrica hace un mes
        personal-data | mi correo es profe.lenguaje+2b@gmail.com
        personal-data | El papá del alumno está enfermo de cáncer y no lo trae
        personal-data blame | Benjamín tiene Asperger
        - | La psicóloga atiende lunes y miércoles y el resto de la semana no hay quién reciba los casos
        - | El diagnóstico de lectura se toma en abril y se entrega cuando ya partió la unidad
        - | Las educadoras de párvulos y las profesoras de primero no comparten lo que saben de cada niño
        - | Los estudiantes trabajan las guías en silencio y sin comentar el texto
        - | Quienes hacen reemplazos reciben la llave y la lista, nada más
        - | En la sala de profesores hay un solo computador para veinte personas
        - | El reglamento pide tres firmas para autorizar una salida a la biblioteca
        - | Los cursos combinados tienen tres niveles en una misma sala
        - | Para los reemplazos se usa la hora de coordinación
        - | En los consejos hablan siempre los mismos y los acuerdos no se anotan
        - | El computador del CRA pide clave y la clave la tiene una sola persona
        - | Los profesores de media no conocen los textos que se leen en básica
        - | Cada asignatura manda tarea el mismo día
        - | Evaluamos la lectura con preguntas de selección múltiple
        - | Las visitas al aula se avisan con un día y se concentran en octubre
        - | En la jornada de reflexión se leyó el PEI y no se tomaron acuerdos
        - | La técnica de la sala cuna entra a las 8:30 y los niños llegan a las 8:00
        - | Cuando llueve no llega el furgón y esos días se repasa contenido
        - | Las metas del PME se copian del año anterior
        - | El profesor de educación física toma los recreos de los martes
        - | Los informes de los estudiantes con licencia llegan a la UTP en papel
        - | La hora de orientación se destina a ensayos SIMCE
        - | Los apoderados retiran a los niños antes de la última hora porque el bus pasa a las tres
        - | El calendario de pruebas se define en marzo sin mirar los talleres
        - | Las asistentes preparan colaciones en la primera hora de clases
        - | El acompañamiento de aula se hace con una pauta de cuarenta indicadores
        - | La matrícula subió y las salas son las mismas
        - | Se pide leer en la casa textos que no están en la biblioteca
        - | El horario del PIE se hace después del horario de aula
        - | La coordinación del ciclo ocurre en el pasillo
        - | Las ayudantes del PIE salen de la sala con los estudiantes que leen más lento
        - | En el nivel de transición se trabaja con fichas y en primero con cuaderno
        """
    )
}
