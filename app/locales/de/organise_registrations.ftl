# Anmeldungen verwalten.
