"""Files for an office: the 任务分工表 as a workbook, the duty sheet of an agency as a Word file."""
