extension Sentence {
    /// Written before they were first run, with what a careful facilitator would want to be asked.
    static let second = table(
        """
        blame | Muchos apoderados no se preocupan de sus hijos
        blame | Los profesores de media son súper individualistas
        blame | los niños no estudian en su casa
        blame | La inspectora Patricia deja salir a los cursos antes de la hora
        blame | Hay colegas que solo vienen a cobrar el sueldo
        blame | el equipo directivo vive encerrado en su oficina
        blame | Los alumnos son desordenados y no respetan a nadie
        blame | Las mamás sobreprotegen a los niños
        blame | algunos profesores jamás llegan preparados a la clase
        blame | El profe Cristian se va antes los jueves
        blame | es que los cabros chicos vienen mal criados de la casa
        blame | La coordinadora PIE no cumple con sus horas
        blame | porque los docentes tienen mala disposición para trabajar con el PIE
        blame | Los padres no leen ni la agenda
        blame | los estudiantes no ponen atención
        human-error | La digitadora ingresó mal las horas y se perdieron
        human-error | A la jefa técnica se le olvidó mandar el calendario
        human-error | hubo un descuido al imprimir las pruebas
        human-error | Quien armó el horario no se fijó en los bloques del PIE
        human-error | por error se citó a los dos ciclos el mismo día
        solution | Debiéramos tener un consejo técnico solo para lectura
        solution | Hacer tutorías entre pares en segundo ciclo
        solution | Se requiere un psicólogo más para convivencia
        solution | que la UTP entregue las planificaciones listas
        solution | más libros en la sala
        solution | Actualizar el reglamento interno con los estudiantes
        solution | Establecer un horario protegido de planificación
        solution | Lo mejor sería cambiar el consejo para el martes
        solution | instalar rutinas de lectura todos los días
        solution | Tener un banco de guías compartido
        absence | No disponemos de horas para visitar aulas
        absence | Carencia de acompañamiento en aula durante el segundo semestre
        absence | falta que alguien coordine las salidas a terreno
        absence | En el jardín faltan tres técnicos en la jornada de extensión
        absence | nadie cuenta con computador en la sala de profesores
        absence | Insuficientes textos para el nivel medio mayor
        absence | no hay un momento fijo para mirar los resultados del DIA
        absence | Ausencia de un plan de inducción para los docentes que llegan
        several | Los reemplazos llegan tarde y además el curso tiene tres profesores distintos
        several absence symptom | No hay libros suficientes y los niños faltan mucho en invierno
        several | El patio es chico, y también faltan asistentes en los recreos
        several | La reunión técnica se suspende seguido; las guías se imprimen sin revisar
        several | Se cambió el horario a mitad de año y los profesores nuevos no conocen las rutinas
        external | La municipalidad no ha licitado los buses
        external | en la población hay balaceras casi todas las semanas
        external | Las políticas del ministerio cambian cada cuatro años
        external | porque los papás trabajan de temporeros y no están en la casa
        external | el presupuesto que manda el SLEP no alcanza para reemplazos
        external | los celulares y las redes sociales
        external | La Superintendencia pide cada vez más papeles
        vague | El compromiso
        vague absence | falta de comunicación efectiva
        vague | por la cultura de la escuela
        vague | muchas cosas
        vague | Desmotivación docente
        vague | la gestión
        vague | es un tema de actitud
        symptom | El rendimiento en matemática es bajo
        symptom | los estudiantes tienen bajo nivel lector
        symptom | Hay mucha repitencia en séptimo
        symptom | porque el clima escolar está deteriorado
        symptom | Tuvimos un puntaje PAES muy inferior al comunal
        symptom circular | Los resultados en lectura de segundo básico siguen bajos
        blame personal-data | Juan Pérez, de sexto, está en tratamiento psiquiátrico
        blame personal-data | La profesora Sandra está con licencia por depresión
        personal-data | contactar a mamá de la niña al 9 8765 4321
        personal-data | la educadora del nivel medio está embarazada
        personal-data | su run es 7654321-6
        personal-data | El niño nuevo de kínder tiene autismo
        - | Los horarios de la educadora diferencial y de aula se cruzan solo una hora
        - | El acta del consejo queda en un computador al que los docentes no tienen acceso
        - | Los monitores de taller eligen los textos por su cuenta
        - | La retroalimentación se entrega por correo dos meses después de la visita
        - | Cada sala del jardín arma su rutina sin mirar la del nivel anterior
        - | Los asistentes rotan de curso según quién falta ese día
        - | En convivencia se atienden los casos uno por uno y no se revisan los patrones
        - | La evaluación de cierre se corrige en vacaciones
        - | El bloque de lectura parte después del segundo recreo
        - | Los apoderados reciben el informe con porcentajes que no se explican
        - | El equipo PIE escribe los informes en las horas de coordinación
        - | Los estudiantes repiten la prueba hasta que aprueban
        - | El comité de convivencia se reúne solo cuando hay un conflicto
        - | A fin de año se decide quién toma cada curso
        - | La ley de inclusión se estudió en un consejo y quedó en una carpeta
        - | En marzo el DIA se toma en la hora de lenguaje
        - | Los docentes y las familias se ven dos veces al año
        - | La directora y la UTP definen las metas del PME sin los ciclos
        - | Llegar a la escuela toma cuarenta minutos desde el cruce
        - | El compromiso de gestión firmado en marzo no se revisa hasta diciembre
        - | Las capacitaciones se hacen en la semana de cierre de notas
        - | A veces el proyector está ocupado por otro curso
        - | Las guías de comprensión piden copiar fragmentos del texto
        - | El tiempo de lectura silenciosa lo cuida quien esté disponible
        - | Los cursos se agrupan por edad y no por lo que saben leer
        - | Evaluamos velocidad lectora tres veces al año
        - | No usamos los datos del PIE cuando planificamos
        - | El libro de la biblioteca se presta solo con la firma del apoderado
        - | Las reuniones de ciclo empiezan con los avisos y terminan sin acuerdos
        - | Los niños que faltan no reciben el material de la semana
        - | Las salas cuna comparten una sola técnica en la tarde
        - | las familias se citan por whatsapp el día antes
        """
    )
}
