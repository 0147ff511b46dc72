import { Module } from '@nestjs/common';
import { DemoModule } from '../../demo/demo.module.js';
import { PlayAnnouncement } from '../../demo/play/play-announcement.js';
import { PlayAdmission } from '../../demo/play/play-admission.js';
import { PlayAward } from '../../demo/play/play-award.js';
import { PlayRefusal } from '../../demo/play/play-refusal.js';
import { PlayComplaint } from '../../demo/play/play-complaint.js';
import { PlayContracts } from '../../demo/play/play-contracts.js';
import { PlayMonitoring } from '../../demo/play/play-monitoring.js';
import { PlayReports } from '../../demo/play/play-reports.js';
import { PlaySession } from '../../demo/play/play-session.js';
import { PlayCalibration } from '../../demo/play/play-calibration.js';
import { PlayDefence } from '../../demo/play/play-defence.js';
import { PlayScoring } from '../../demo/play/play-scoring.js';
import { PlayDemoWorld } from '../../demo/play/play-demo-world.js';
import { PlayEvents } from '../../demo/play/play-events.js';
import { PlayAsking } from '../../demo/play/play-asking.js';
import { PlayNotices } from '../../demo/play/play-notices.js';
import { PlayPeople } from '../../demo/play/play-people.js';
import { PlayPlan } from '../../demo/play/play-plan.js';
import { PlayRegisters } from '../../demo/play/play-registers.js';
import { PlayRights } from '../../demo/play/play-rights.js';
import { PlayProposals } from '../../demo/play/play-proposals.js';
import { WriteProposal } from '../../demo/play/write-proposal.js';
import { Stage } from '../../demo/play/stage.js';
import { domainModules } from '../../domain.js';
import { PlatformModule } from '../../platform.module.js';

/** Everything that plays the demo world. */
@Module({
  imports: [PlatformModule, DemoModule, ...domainModules],
  providers: [
    Stage,
    PlayPeople,
    PlayPlan,
    PlayRegisters,
    PlayRights,
    PlayAnnouncement,
    WriteProposal,
    PlayProposals,
    PlayAdmission,
    PlaySession,
    PlayCalibration,
    PlayDefence,
    PlayScoring,
    PlayAward,
    PlayRefusal,
    PlayComplaint,
    PlayContracts,
    PlayMonitoring,
    PlayReports,
    PlayAsking,
    PlayEvents,
    PlayNotices,
    PlayDemoWorld,
  ],
})
export class SeedModule {}
