package httpapi

import "time"

// Limits bound what one caller, and all of them together, may take. A zero means the default beside it, never "no limit".
type Limits struct {
	InFlight         int           // operations worked on at once (48, three times the usual pool of connections)
	BodyBytes        int64         // 1 MB
	RowsBytes        int64         // of a file with rows that is read in (8 MB)
	Rate             float64       // operations per second and caller (50)
	Burst            int           // of them at once (100)
	Callers          int           // how many callers' rates are remembered (10,000)
	RefusalRate      float64       // refused sign-ins per second and address that are still recorded (5)
	RefusalBurst     int           // of them at once (50)
	Work             time.Duration // the time one operation has (5 s)
	Body             time.Duration // the time a body has to arrive (20 s)
	ReadHeader       time.Duration // 5 s
	Read             time.Duration // 30 s
	Write            time.Duration // 60 s
	Idle             time.Duration // 120 s
	Files            int           // files taken in at once (8)
	FileTime         time.Duration // the time a file has to arrive, or to be taken (2 min)
	Shutdown         time.Duration // what running requests get when the server ends (20 s)
	HeaderBytes      int           // 16 kB
	recordingRefusal time.Duration // the time for the record of a refusal (3 s)
}

func (l Limits) withDefaults() Limits {
	orElse(&l.InFlight, 48)
	orElse(&l.BodyBytes, 1<<20)
	orElse(&l.RowsBytes, 8<<20)
	orElse(&l.Rate, 50)
	orElse(&l.Burst, 100)
	orElse(&l.Callers, 10_000)
	orElse(&l.RefusalRate, 5)
	orElse(&l.RefusalBurst, 50)
	orElse(&l.Work, 5*time.Second)
	orElse(&l.Body, 20*time.Second)
	orElse(&l.ReadHeader, 5*time.Second)
	orElse(&l.Read, 30*time.Second)
	orElse(&l.Write, 60*time.Second)
	orElse(&l.Idle, 120*time.Second)
	orElse(&l.Files, 8)
	orElse(&l.FileTime, 2*time.Minute)
	orElse(&l.Shutdown, 20*time.Second)
	orElse(&l.HeaderBytes, 16<<10)
	orElse(&l.recordingRefusal, 3*time.Second)
	return l
}

func orElse[N ~int | ~int64 | ~float64](v *N, usual N) {
	if *v <= 0 {
		*v = usual
	}
}
