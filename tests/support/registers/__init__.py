"""Registers to test with: all of them, and nothing here is of a real provider.

Which one to use when:

- `invented`: three providers without a fault, whose rows have names (ALFA_TOTAL, GAMMA_SINGLE, …). Take this one,
  unless the test needs what it does not have. `editing` damages it, `reading` says what comes of it.
- `public`: the public model alone, in a line or two, for what comes behind the door: pages, statistics, words. Also
  as many public providers as a test asks for, to search among.
- `small`: a public report in a line, by how many answered, for rule 7.
- `drawn`: registers of a few rows that hypothesis draws, for what must hold of any.
- `compared`: providers whom a comparison tells apart, whose single grades are known.
- `hostile`: text that tries to be more than text, in every field that holds text.
- `planted`: everything that may not be public is a word or a figure that stands nowhere else.
- `demos`: the register of `generator demo`, of any size, with every case that a page can show.
- `english/`: in English, of another sector, on another scale, and of clients alone, with most of what a page can show.
- `empty`: the services and the rules of the real register as they once were, and nobody in it, to import into.
"""
