#pragma once

namespace interleave::cli {

// While one lives, SIGINT (Ctrl-C) and SIGTERM are noted instead of ending the process: poll interrupted(). One that
// comes more than a second after the first ends it as usual, so that a run that does not stop can still be stopped;
// sooner it may be the same one (timeout(1) sends to the process and to its group). One at a time.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  bool interrupted() const;
};

// A reader that goes away (`| head`) ends the process quietly, even where the parent has switched that off; a file that
// may not grow any more is an error of the write that says so.
void set_up_write_signals();

}  // namespace interleave::cli
