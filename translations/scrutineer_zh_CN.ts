<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Commands</name>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next finding nobody judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for new files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message to the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link the pictures&apos; zoom and place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import case folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Scrutineer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another workstation has this workspace open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One workstation at a time works on a workspace. Nothing was changed. Close it there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace was made by a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install that version of Scrutineer to work on it. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. “scrutineer-cli verify” says what is wrong; copies from before each upgrade are in its folder “backups”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every case is decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import further case folders, or drop them on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import case folders to begin, or drop them on this window. They are copied; the originals stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import case folders…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>%1 cases, %2 files, %3 decisions, %4 log entries checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head of the audit log: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found in the workspace.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) exported to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Verifying the workspace…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Review identity verifications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a case folder; may be given again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of face models.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer</name>
    <message>
        <source>The reader stopped at this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the file is larger than the policy allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not a plain file (a folder, device or symbolic link).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the content is not a picture or PDF that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the file is damaged or cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the file is protected with a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the picture has more pixels than the policy allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the document has more pages than the policy allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the path leads out of the case folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: reading it needs more memory than the policy allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: reading it takes longer than the policy allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the reading process ended unexpectedly on this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reading process %1 cannot be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not as the format asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a format that this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file %1 is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file %1 cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is already open: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is damaged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 was made by a newer version; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 is of an older version: open it in the workstation once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed by somebody else in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not a valid value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residence permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selfie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof of address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face detector: install %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face detector could not process this picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text could be read on the proof of address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words do not tell what kind of letter this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several dates could be the date of issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date is marked as the date of issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither a code nor a word tells what kind of document this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machine-readable zone was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text could be read on the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version cannot read it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model file is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of the kind was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too poor to judge this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document with four visible sides was found in the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handheld photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New files asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for new files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of table %1 points to a row of table %2 that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guard %1 of the database is missing or altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit entries before number %1 are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit entry %1 does not follow from the entry before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit entry %1 was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log does not end where the database says that it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file audit.head is missing or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log no longer holds entry %1 that audit.head names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1 has no entry in the audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of case %1 were altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of files of case %1 was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1 is in the audit log and not in the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision %1 does not agree with the audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision of audit entry %1 is not in the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The verdicts of decision %1 were altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The withdrawal of decision %1 does not agree with the audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The withdrawal of audit entry %1 is not in the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence file %1… is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence file %1… was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by %1 on %2 since %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One letter is added: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One letter is missing: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only here: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here; “%1” was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entirely different: “%1” instead of “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One letter differs: “%1” instead of “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 letters differ: “%2” instead of “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::AboutDialog</name>
    <message>
        <source>About Scrutineer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workstation for reviewing identity verifications. The engine flags, people decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty, as far as the law permits. You may use, study, change and pass it on under that licence; its text is in the file LICENSE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with Qt %1, OpenCV, Tesseract, Poppler and SQLite.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::DecisionBar</name>
    <message>
        <source>Record the decision (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the case (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the message to the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, stays inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for new files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press again to record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The applicant gets the message above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record rejection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::FindingRow</name>
    <message>
        <source>Why not? Return dismisses, Esc goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this finding is dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the confirmation back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm: the fault is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the dismissal back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss: the fault is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be judged. Please look yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Please look yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not to be seen on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read wrongly, the value is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual for this kind of document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too slight to matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other reason…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n clear</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Fold what is clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold what is clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 flagged, %2 to look at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::HeaderLine</name>
    <message>
        <source>Time on this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrutineer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not assessed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being analysed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single keys work outside of text fields and can be switched off in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single keys are switched off in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::MainWindow</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;indings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a case folder, or a folder of case folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace; an empty folder becomes a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export cases, findings and decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrutineer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::MessageEditor</name>
    <message>
        <source>Message to the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops your changes and composes the message from the reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composed from the reasons. Add a reason or write here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::NoticeBanner</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::QueueDelegate</name>
    <message>
        <source>not analysed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::QueueModel</name>
    <message>
        <source>%1
%2
%3, submitted %4
%5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3, %4 flagged, %5 to look at, %6</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::QueuePanel</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No case fits the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the search or the filters above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import case folders from the File menu, or drop them on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search id or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the queue by case id or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show by level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show by flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags or to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show by waiting time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 3 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::ReasonChips</name>
    <message>
        <source>+ Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a reason from the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a reason from the catalogue (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Click to take this reason out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason %1 %2, press to take it out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single keys (A, N, X, C, D …) without Ctrl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No animation when flying to a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new language is used from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::ui::TakeBackBanner</name>
    <message>
        <source>Time left to take the decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the decision back (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back (%1 s)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scrutineer::workstation::Workstation</name>
    <message>
        <source>Importing case %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be analysed. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases cannot be analysed. Those analysed before can be reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the workspace already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) could not be imported.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) imported.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
