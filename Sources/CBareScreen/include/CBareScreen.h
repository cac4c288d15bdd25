// What the same page costs ncurses alone: the measure that `marshrut-bench` holds the program's screens to.
#pragma once

/// Paints the pages of a file (rows by \n, pages by \f, a row that begins with \x01 is reversed) in turn: the first at
/// once, the next at every byte typed, until `q` or the end of input. Returns 0, or 1 when it cannot.
int bare_screen(const char *path);
