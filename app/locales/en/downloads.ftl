# Files to download.

list-given-name = First name
list-family-name = Last name
list-address = Email
list-organisation = Organisation
list-state = State
list-language = Language
list-registered = Registered on
