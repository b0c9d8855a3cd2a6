// Linked with a listed program: its threads go on one at a time, on a clock that jumps to the next moment at which one
// of them is due. What is printed is told with its moment. Takes the places of functions of the system's library.
//
// Who is due at one moment goes on in the order of the engine's virtual clock: main first, with whom it starts or
// wakes, then whose wait ended, in the order in which the waits began, then whoever is woken meanwhile. Where nobody
// can go on, the program ends with exit code 3.
#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <ctime>
#include <deque>
#include <dlfcn.h>
#include <linux/futex.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <unordered_map>
#include <vector>

namespace {

constexpr int kDeadlocked = 3;
constexpr long long kSecond = 1'000'000'000;

struct Thread {
  sem_t turn{};
  pthread_t handle{};
  void* (*work)(void*) = nullptr;
  void* argument = nullptr;
  bool is_main = false;
  bool has_ended = false;
  long long wait = 0;  // its number, in the order in which waits begin; 0: it does not wait
  bool is_late = false;
};

struct Timer {
  long long due;
  long long wait;
  Thread* thread;
};

using Line = std::deque<Thread*>;

struct Mutex {
  Thread* owner = nullptr;
  Line line;
};

// Touched by the one thread that goes on. Never destroyed, as threads may be left.
struct World {
  long long now = 0;
  long long waits = 0;
  bool main_goes_first = false;  // and then those that are due with it
  Line ready;
  std::vector<Timer> timers;
  std::unordered_map<const void*, Mutex> mutexes;
  std::unordered_map<const void*, Line> lines;  // at conditions, semaphores and ends of threads
  std::unordered_map<pthread_t, Thread*> threads;
};

World& world() {
  static World& only = *new World;
  return only;
}

thread_local Thread* this_thread = nullptr;

Thread& self() {
  if (this_thread == nullptr) {
    this_thread = new Thread;
    this_thread->is_main = true;
  }
  return *this_thread;
}

template <class Function>
Function* real(Function* /*ours*/, const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

void make_ready(Thread& thread) {
  thread.wait = 0;
  world().ready.push_back(&thread);
}

bool is_over(const Timer& timer) { return timer.thread->wait != timer.wait; }

// Those that are due now, in the order of their waits; main alone where it is one of them.
void wake_due() {
  World& all = world();
  std::vector<Timer> due;
  for (const Timer& timer : all.timers) {
    if (timer.due <= all.now) due.push_back(timer);
  }
  const auto main = std::find_if(due.begin(), due.end(), [](const Timer& timer) { return timer.thread->is_main; });
  all.main_goes_first = main != due.end();
  if (all.main_goes_first) due = {*main};
  std::sort(due.begin(), due.end(), [](const Timer& a, const Timer& b) { return a.wait < b.wait; });
  for (const Timer& timer : due) {
    timer.thread->is_late = true;
    make_ready(*timer.thread);
  }
}

Thread& next() {
  World& all = world();
  if (all.main_goes_first) wake_due();
  while (all.ready.empty()) {
    std::erase_if(all.timers, is_over);
    if (all.timers.empty()) _exit(kDeadlocked);
    const auto earlier = [](const Timer& a, const Timer& b) { return a.due < b.due; };
    all.now = std::max(all.now, std::min_element(all.timers.begin(), all.timers.end(), earlier)->due);
    wake_due();
  }
  Thread& thread = *all.ready.front();
  all.ready.pop_front();
  return thread;
}

// Until somebody makes it ready, or it is due. Whether somebody did.
bool wait_until(long long due) {
  Thread& thread = self();
  World& all = world();
  std::erase_if(all.timers, is_over);
  thread.wait = ++all.waits;
  thread.is_late = false;
  if (due >= 0) all.timers.push_back({due, thread.wait, &thread});
  Thread& other = next();
  if (&other != &thread) {
    sem_post(&other.turn);
    while (sem_wait(&thread.turn) != 0) {
    }
  }
  return !thread.is_late;
}

bool wait_in(Line& line, long long due = -1) {
  line.push_back(&self());
  const bool is_called = wait_until(due);
  if (!is_called) std::erase(line, &self());
  return is_called;
}

void call_first(Line& line, std::size_t count) {
  for (; count > 0 && !line.empty(); --count) {
    make_ready(*line.front());
    line.pop_front();
  }
}

void lock(const void* address) {
  Mutex& mutex = world().mutexes[address];
  if (mutex.owner == nullptr) {
    mutex.owner = &self();
  } else {
    wait_in(mutex.line);
  }
}

void unlock(const void* address) {
  Mutex& mutex = world().mutexes[address];
  mutex.owner = mutex.line.empty() ? nullptr : mutex.line.front();
  call_first(mutex.line, 1);
}

int wait_at_condition(const void* condition, const void* mutex, long long due) {
  if (due >= 0 && due <= world().now) return ETIMEDOUT;
  unlock(mutex);
  const bool is_called = wait_in(world().lines[condition], due);
  lock(mutex);
  return is_called ? 0 : ETIMEDOUT;
}

void* work_of_thread(void* argument) {
  Thread& thread = *static_cast<Thread*>(argument);
  this_thread = &thread;
  while (sem_wait(&thread.turn) != 0) {
  }
  void* const result = thread.work(thread.argument);
  thread.has_ended = true;
  call_first(world().lines[&thread], 1);
  sem_post(&next().turn);
  return result;
}

long long nanoseconds(const timespec& time) { return time.tv_sec * kSecond + time.tv_nsec; }

}  // namespace

extern "C" {

int clock_gettime(clockid_t /*clock*/, timespec* time) noexcept {
  *time = {world().now / kSecond, world().now % kSecond};
  return 0;
}

// The library takes 1.2 s for 1 s and 199999999.99999996 ns, and cuts that off.
int nanosleep(const timespec* length, timespec* /*rest*/) {
  const bool is_cut = length->tv_sec > 0 && length->tv_nsec % 10 == 9;
  const long long whole = nanoseconds(*length) + (is_cut ? 1 : 0);
  if (whole > 0) wait_until(world().now + whole);
  return 0;
}

int pthread_create(pthread_t* handle, const pthread_attr_t* attributes, void* (*work)(void*), void* argument) noexcept {
  static auto* const create = real(&pthread_create, "pthread_create");
  self();
  auto* const thread = new Thread;
  thread->work = work;
  thread->argument = argument;
  const int error = create(handle, attributes, work_of_thread, thread);
  if (error != 0) return error;
  world().threads[*handle] = thread;
  make_ready(*thread);
  return 0;
}

int pthread_join(pthread_t handle, void** result) {
  static auto* const join = real(&pthread_join, "pthread_join");
  Thread& thread = *world().threads.at(handle);
  if (!thread.has_ended) wait_in(world().lines[&thread]);
  return join(handle, result);
}

int pthread_mutex_lock(pthread_mutex_t* mutex) noexcept {
  lock(mutex);
  return 0;
}

int pthread_mutex_unlock(pthread_mutex_t* mutex) noexcept {
  unlock(mutex);
  return 0;
}

int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex) {
  return wait_at_condition(condition, mutex, -1);
}

int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t /*clock*/,
                           const timespec* due) {
  return wait_at_condition(condition, mutex, nanoseconds(*due));
}

int pthread_cond_signal(pthread_cond_t* condition) noexcept {
  call_first(world().lines[condition], 1);
  return 0;
}

int pthread_cond_broadcast(pthread_cond_t* condition) noexcept {
  Line& line = world().lines[condition];
  call_first(line, line.size());
  return 0;
}

// How the standard library's semaphores wait.
long syscall(long number, ...) noexcept {
  va_list list;
  va_start(list, number);
  long arguments[6];
  for (long& argument : arguments) argument = va_arg(list, long);
  va_end(list);
  if (number != SYS_futex) {
    static auto* const call =
        reinterpret_cast<long (*)(long, long, long, long, long, long, long)>(dlsym(RTLD_NEXT, "syscall"));
    return call(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
  }
  const auto* const address = reinterpret_cast<const int*>(arguments[0]);
  Line& line = world().lines[address];
  if ((arguments[1] & FUTEX_CMD_MASK) == FUTEX_WAKE) {
    call_first(line, static_cast<std::size_t>(arguments[2]));
  } else if (*address == static_cast<int>(arguments[2])) {
    wait_in(line);
  }
  return 0;
}

std::size_t fwrite(const void* data, std::size_t size, std::size_t count, FILE* file) {
  static auto* const write = real(&fwrite, "fwrite");
  if (file == stdout) std::fprintf(file, "\x1e%lld ", world().now);
  return write(data, size, count, file);
}

}  // extern "C"
