/// How many times memory was asked for since the program began; counts every thread's.
unsigned long allocation_count(void);
/// The same of the calling thread alone.
unsigned long allocation_count_of_thread(void);
