package access

// ReadStatistics is to see in numbers how the work goes; they are about nobody.
type ReadStatistics struct{}

func (ReadStatistics) rule() rule { return rule{"statistics", "read"} }
