# Warum jemand einen Wunsch nicht bekommen hat: für die Organisation und für die Person selbst.

explained-no-seat = kein Platz
explained-absent = Nimmt zu dieser Zeit nicht teil.
    .own = Zu dieser Zeit nehmen Sie nicht teil.
explained-leads = Leitet zu dieser Zeit „{ $title }“.
    .own = Zu dieser Zeit leiten Sie „{ $title }“.
explained-why-not = Warum nicht „{ $title }“ ({ $rank }. Wunsch)?
explained-swapped = Getauscht am { $when }. Zugeteilt war „{ $before }“.
explained-others = { $n ->
    [one] Auch im übrigen Workshop dieser Zeit war kein Platz möglich.
   *[other] Auch in den übrigen { $n } Workshops dieser Zeit war kein Platz möglich.
}
explained-free = { $n ->
    [one] In einem anderen Workshop dieser Zeit ist noch Platz.
   *[other] In { $n } anderen Workshops dieser Zeit ist noch Platz.
}
explained-by-hand = Das Organisationsteam hat die Einteilung nach der Berechnung von Hand geändert.
explained-behind = { $n ->
    [one] Weiter hinten auf der Wunschliste: { $titles }
   *[other] Weiter hinten auf der Wunschliste: { $titles }
}
reason-workshop-gone = ein gelöschter Workshop
reason-somebody = Eine andere Person
reason-not-there = Der Workshop findet nur statt, wenn die Person nicht da ist oder selbst einen Workshop leitet.
    .own = Der Workshop findet nur statt, wenn Sie nicht da sind oder selbst einen Workshop leiten.
reason-called-off = Der Workshop findet nicht statt.
reason-too-few-people = Der Workshop findet nicht statt: Dafür sind mindestens { $least } Personen nötig.
reason-no-seats = Der Workshop hat keine Plätze.
reason-full = { $seats ->
    [one] Der einzige Platz ist vergeben: { $holders }.
   *[other] Alle { $seats } Plätze sind vergeben: { $holders }.
}
reason-holders = { $n } als { $rank }. Wunsch
reason-holders-none = { $n } ohne Wunsch dafür
reason-no-other-seat = Niemand von dort könnte zu dieser Zeit auf einen freien Platz ausweichen.
reason-replacing-worse = Niemand von dort könnte auf einen freien Platz ausweichen. Ginge stattdessen jemand von dort leer aus, wäre das nach dem gewählten Verfahren schlechter oder gegen eine Regel.
reason-replacing-lot = Niemand von dort könnte auf einen freien Platz ausweichen. Ginge stattdessen jemand von dort leer aus, wäre das gleich gut: Das Los hat entschieden.
reason-replacing-as-good = Niemand von dort könnte auf einen freien Platz ausweichen. Ginge stattdessen jemand von dort leer aus, wäre das gleich gut.
reason-exchange-kept = Bei der letzten Änderung sollten so wenige wie möglich umziehen; darum wurde nicht getauscht.
reason-exchange-worse = Jeder Tausch mit jemandem von dort wäre nach dem gewählten Verfahren schlechter oder gegen eine Regel.
reason-exchange-lot = Ein Tausch mit jemandem von dort wäre gleich gut: Das Los hat entschieden.
reason-exchange-as-good = Ein Tausch mit jemandem von dort wäre gleich gut.
reason-too-few-together = { $free ->
    [one] Nur ein Platz ist frei; nötig sind { $needed }, damit alle zusammen sind, die es sein sollen.
   *[other] Nur { $free } Plätze sind frei; nötig sind { $needed }, damit alle zusammen sind, die es sein sollen.
}
reason-organisation-full = { $n ->
    [one] Der Workshop nimmt höchstens eine Person je Organisation.
   *[other] Der Workshop nimmt höchstens { $n } Personen je Organisation.
}
reason-attended = { $name } besucht den Workshop schon zu einer anderen Zeit ({ $when }); beide sollen zusammen sein.
reason-clash = Der Workshop schließt „{ $title }“ aus, besucht { $when }.
    .partner = { $name } besucht „{ $title }“ ({ $when }), das sich mit dem Workshop ausschließt; beide sollen zusammen sein.
reason-fixed = Zu dieser Zeit ist ein anderer Platz fest vorgegeben.
    .partner = { $name } hat zu dieser Zeit einen festen Platz woanders; beide sollen zusammen sein.
reason-not-wished = Es gibt keinen Wunsch dafür, und Plätze werden nur nach Wünschen vergeben.
    .partner = { $name } hat sich den Workshop nicht gewünscht; beide sollen zusammen sein.
reason-apart = Eine Vorgabe der Organisation steht dagegen.
    .named = { $one } und { $other } sollen getrennt sein.
reason-needed = Ein Platz ist frei; dann hätte aber „{ $title }“ weniger als die nötigen { $least } Personen.
reason-keeps-seats = Ein Platz ist frei; bei der letzten Änderung sollten aber so wenige wie möglich umziehen.
reason-worse = Ein Platz ist frei; die Einteilung wäre damit aber nach dem gewählten Verfahren schlechter.
reason-as-good = Ein Platz ist frei; die Einteilung wäre damit gleich gut.
    .lot = Ein Platz ist frei; die Einteilung wäre damit gleich gut: Das Los hat entschieden.
reason-better = Ein Platz ist frei, und die Einteilung wäre damit besser.
explained-link = Warum diese Workshops?
explained-page = Ihre Workshops – { $event }
explained-title = Ihre Workshops, und warum
explained-number = Wer nachrechnen möchte: In diesen Dateien sind Sie Nummer { $n }.
explained-busy = Wird zu dieser Zeit anderswo gebraucht.
    .own = Zu dieser Zeit werden Sie anderswo gebraucht.
reason-booked = Die Person hat diesen Workshop zu anderer Zeit gebucht, oder einen, der ihn ausschließt.
    .own = Sie haben diesen Workshop zu anderer Zeit gebucht, oder einen, der ihn ausschließt.
    .partner = { $name } soll mit dabei sein und hat diesen Workshop zu anderer Zeit gebucht, oder einen, der ihn ausschließt.
