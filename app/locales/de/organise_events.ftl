# Veranstaltungen planen.
